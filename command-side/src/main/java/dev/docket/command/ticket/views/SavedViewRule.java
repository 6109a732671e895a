package dev.docket.command.ticket.views;

import dev.docket.command.decision.Rule;

/** The rules that can refuse a command to somebody's views. */
public final class SavedViewRule {

    /** The caller has no such view, or no longer. */
    public static final Rule VIEW_NOT_FOUND = Rule.notFound("view-not-found");

    /** The views of a person differ in their names. */
    public static final Rule VIEW_NAME_IS_TAKEN = Rule.conflict("view-name-is-taken");

    public static final Rule TOO_MANY_VIEWS = Rule.conflict("too-many-views");

    /** A place is counted from 0 and smaller than the number of views. */
    public static final Rule PLACE_DOES_NOT_EXIST = Rule.invalid("place-does-not-exist");

    /** A view asks for nothing that the list of tickets would refuse. */
    public static final Rule FILTER_DOES_NOT_FIT = Rule.invalid("filter-does-not-fit");

    private SavedViewRule() {}
}
