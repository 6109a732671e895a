package dev.docket.command.decision;

/**
 * A rule that can refuse a command; each feature has a class that holds its own.
 *
 * @param slug the rule as clients see it: {@code ticket-is-closed}
 */
public record Rule(String slug, Kind kind) {

    /** Why a rule refuses, in the terms of HTTP. */
    public enum Kind {
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

    public static Rule invalid(String slug) {
        return new Rule(slug, Kind.INVALID);
    }

    public static Rule conflict(String slug) {
        return new Rule(slug, Kind.CONFLICT);
    }

    public static Rule forbidden(String slug) {
        return new Rule(slug, Kind.FORBIDDEN);
    }

    public static Rule notFound(String slug) {
        return new Rule(slug, Kind.NOT_FOUND);
    }

    public static Rule precondition(String slug) {
        return new Rule(slug, Kind.PRECONDITION);
    }
}
