package dev.docket.query.live;

import dev.docket.event.Recorded;
import dev.docket.event.people.PersonEvent;
import dev.docket.event.people.PersonEvent.PasswordSet;
import dev.docket.event.people.PersonEvent.PersonDeactivated;
import dev.docket.event.people.PersonEvent.PersonReactivated;
import dev.docket.event.people.PersonEvent.PersonRegistered;
import dev.docket.event.people.PersonEvent.PersonRenamed;
import dev.docket.event.people.PersonEvent.RolesChanged;
import dev.docket.event.people.Role;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the log says of a person who looks.
 *
 * @param version of the person's newest event, -1 for somebody of whom the log knows nothing
 * @param roles that they may have at most; null for somebody unknown, whose token says it alone
 */
record Standing(long version, @Nullable String name, boolean active, @Nullable Set<Role> roles) {

    static final Standing UNKNOWN = new Standing(-1, null, true, null);

    static Standing of(List<Recorded> stream) {
        Standing standing = UNKNOWN;
        for (Recorded recorded : stream) {
            if (recorded.event() instanceof PersonEvent event) {
                standing = standing.after(event, recorded.version());
            }
        }
        return standing;
    }

    /** An event that is known already changes nothing. */
    Standing after(PersonEvent event, long at) {
        if (at <= version) {
            return this;
        }
        return switch (event) {
            case PersonRegistered e -> new Standing(at, e.name(), true, e.roles());
            case PersonRenamed e -> new Standing(at, e.to(), active, roles);
            case RolesChanged e -> new Standing(at, name, active, e.to());
            case PersonDeactivated _ -> new Standing(at, name, false, roles);
            case PersonReactivated _ -> new Standing(at, name, true, roles);
            case PasswordSet _ -> new Standing(at, name, active, roles);
        };
    }

    /** Those of a token's roles that the person still has. */
    Set<Role> of(Set<Role> claimed) {
        Set<Role> kept = EnumSet.noneOf(Role.class);
        kept.addAll(claimed);
        Set<Role> most = roles;
        if (most != null) {
            kept.retainAll(most);
        }
        return kept;
    }
}
