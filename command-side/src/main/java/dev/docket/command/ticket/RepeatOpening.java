package dev.docket.command.ticket;

import dev.docket.event.ticket.TicketId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Asks for the answer to an opening that may have been recorded before, under the same key. */
record RepeatOpening(@TargetAggregateIdentifier TicketId ticket) {}
