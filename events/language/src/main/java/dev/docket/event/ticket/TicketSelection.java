package dev.docket.event.ticket;

import dev.docket.event.people.TeamId;
import java.time.Instant;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * Which tickets a list shows and in which order, by the names of what lists are asked for. What is
 * null or empty narrows nothing.
 *
 * @param category with all below it
 * @param tags all of which a ticket has
 * @param subject a part of it
 * @param createdFrom times begin an interval, or end one to which they do not belong
 * @param sort null for the newest change first
 */
public record TicketSelection(
        SortedSet<Status> status,
        SortedSet<Priority> priority,
        @Nullable Whose assignee,
        @Nullable TeamId team,
        @Nullable Whose requester,
        @Nullable String category,
        SortedSet<String> tags,
        @Nullable String subject,
        @Nullable Instant createdFrom,
        @Nullable Instant createdTo,
        @Nullable Instant updatedFrom,
        @Nullable Instant updatedTo,
        @Nullable TicketOrder sort) {}
