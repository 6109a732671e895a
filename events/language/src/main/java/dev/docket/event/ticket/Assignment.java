package dev.docket.event.ticket;

import dev.docket.event.people.PersonId;
import dev.docket.event.people.TeamId;
import org.jspecify.annotations.Nullable;

/** Who has a ticket: a team, an agent, both or nobody. */
public record Assignment(@Nullable TeamId team, @Nullable PersonId agent) {

    public static final Assignment NOBODY = new Assignment(null, null);
}
