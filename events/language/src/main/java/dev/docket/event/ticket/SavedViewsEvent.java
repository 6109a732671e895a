package dev.docket.event.ticket;

import dev.docket.event.DomainEvent;
import dev.docket.event.people.PersonId;

/**
 * What somebody does with their own views of the queue. One stream for each person, so that the
 * views have an order and a bound.
 */
public sealed interface SavedViewsEvent extends DomainEvent {

    PersonId person();

    SavedViewId view();

    /** A view came behind all others. */
    record ViewSaved(PersonId person, SavedViewId view, String name, TicketSelection selection)
            implements SavedViewsEvent {}

    record ViewRenamed(PersonId person, SavedViewId view, String from, String to)
            implements SavedViewsEvent {}

    /** A view shows other tickets from now on, or in another order. */
    record ViewRefined(PersonId person, SavedViewId view, TicketSelection from, TicketSelection to)
            implements SavedViewsEvent {}

    /**
     * @param to the place among all views from 0, counted without this one
     */
    record ViewMoved(PersonId person, SavedViewId view, int from, int to)
            implements SavedViewsEvent {}

    record ViewRemoved(PersonId person, SavedViewId view, String name) implements SavedViewsEvent {}
}
