package dev.docket.command.ticket.views;

import dev.docket.event.ticket.SavedViewId;
import dev.docket.event.ticket.TicketSelection;

/** A view that somebody has saved. */
record SavedView(SavedViewId id, String name, TicketSelection selection) {}
