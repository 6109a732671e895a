package dev.docket.command.decision;

import java.util.Locale;

/** A rule that can refuse a command; each feature has an enum of its own. */
public interface Rule {

    /** Why a rule refuses, in the terms of HTTP. */
    enum Kind {
        /** What the command says cannot be right, whatever the state. */
        INVALID,
        /** It cannot be done in the present state. */
        CONFLICT,
        /** The caller may not do it. */
        FORBIDDEN,
        /** There is no such thing, or the caller may not know that there is. */
        NOT_FOUND,
        /** The state is not the one that the caller decided on. */
        PRECONDITION
    }

    String name();

    Kind kind();

    /** The rule as clients see it: {@code ticket-is-closed}. */
    default String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
