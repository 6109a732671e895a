package dev.docket.event.ticket;

import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * What a ticket is about.
 *
 * @param category a path in the category tree, its parts parted by {@code /}: {@code
 *     hardware/printer}
 */
public record Classification(TicketType type, @Nullable String category, SortedSet<String> tags) {}
