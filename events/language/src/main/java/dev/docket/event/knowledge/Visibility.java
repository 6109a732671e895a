package dev.docket.event.knowledge;

import dev.docket.event.TenantId;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Who may read. Agents of the organisation that wrote it always may.
 *
 * @param organisations whose people may read as well as those of the organisation that wrote it, if
 *     the audience is {@link Audience#REQUESTERS}; empty otherwise
 */
public record Visibility(Audience audience, SortedSet<TenantId> organisations) {

    /** From the widest to the narrowest. */
    public enum Audience {
        /** Anybody, without signing in. */
        PUBLIC,
        /** Whoever has signed in, of the organisation that wrote it or of those named. */
        REQUESTERS,
        /** Who works on tickets in the organisation that wrote it. */
        AGENTS
    }

    public static final Visibility PUBLIC =
            new Visibility(Audience.PUBLIC, Collections.emptySortedSet());
    public static final Visibility AGENTS =
            new Visibility(Audience.AGENTS, Collections.emptySortedSet());

    public static Visibility requestersAnd(SortedSet<TenantId> organisations) {
        return new Visibility(Audience.REQUESTERS, organisations);
    }

    /** Lets nobody read whom one of the two does not let: an article within its category. */
    public Visibility within(Visibility outer) {
        if (audience == outer.audience) {
            SortedSet<TenantId> both = new TreeSet<>(organisations);
            both.retainAll(outer.organisations);
            return new Visibility(audience, both);
        }
        return audience.compareTo(outer.audience) > 0 ? this : outer;
    }
}
