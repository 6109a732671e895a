package dev.docket.projection.search;

import dev.docket.index.TicketDocument;
import java.util.UUID;

/**
 * A ticket that changed, as it is now.
 *
 * @param change its place in the order of the changes
 */
record ChangedTicket(long change, UUID id, TicketDocument document) {}
