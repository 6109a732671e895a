package dev.docket.query.live;

import dev.docket.edge.Caller;
import dev.docket.edge.ProblemException;
import dev.docket.event.DomainEvent;
import dev.docket.event.Recorded;
import dev.docket.event.knowledge.ArticleEvent.ArticleDrafted;
import dev.docket.event.people.PersonEvent.PersonRegistered;
import dev.docket.event.people.Role;
import dev.docket.event.ticket.TicketEvent.TicketOpened;
import dev.docket.log.LogReader;
import dev.docket.query.live.Admission.Granted;
import dev.docket.query.live.Admission.Refused;
import dev.docket.query.paging.Parameters;
import dev.docket.query.ticket.TicketFilter;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Says who may join which room. It asks the log and not the views, so that a ticket can be watched
 * as soon as it is there.
 */
final class Doorkeeper {

    private static final Refused NOT_FOUND =
            new Refused("room-not-found", "There is no such room, or it is not for you");
    private static final Refused ROLE_MISSING =
            new Refused("role-missing", "Your roles do not allow this");

    private final LogReader log;

    Doorkeeper(LogReader log) {
        this.log = log;
    }

    Admission admit(Caller caller, RoomName room) {
        if (caller.roles().isEmpty()) {
            return ROLE_MISSING;
        }
        return switch (room) {
            case RoomName.OfTicket(UUID ticket) -> toTicket(caller, ticket);
            case RoomName.OfQueue(String filters) -> toQueue(caller, filters);
            case RoomName.OfPerson(UUID person) -> toPerson(caller, person);
            case RoomName.OfDashboard _ -> seesAll(caller) ? new Granted(null) : ROLE_MISSING;
            case RoomName.OfArticle(UUID article) -> toArticle(caller, article);
        };
    }

    /** Whether somebody whose roles have changed may go on as they were let in. */
    static boolean mayStay(Caller caller, Membership membership) {
        boolean maySeeOthers = !membership.isSeen() || caller.worksOnTickets();
        return maySeeOthers
                && (membership.isLimited() ? !caller.roles().isEmpty() : seesAll(caller));
    }

    private Admission toTicket(Caller caller, UUID ticket) {
        return first(ticket, caller, TicketOpened.class)
                .filter(opened -> seesAll(caller) || opened.requester().equals(caller.person()))
                .<Admission>map(_ -> new Granted(limit(caller)))
                .orElse(NOT_FOUND);
    }

    private static Admission toQueue(Caller caller, String filters) {
        try {
            new TicketFilter(caller, Parameters.ofQuery(filters, TicketFilter.CONDITIONS));
            return new Granted(limit(caller));
        } catch (ProblemException wrong) {
            return new Refused(wrong.problem().type(), wrong.problem().detail());
        }
    }

    private Admission toPerson(Caller caller, UUID person) {
        if (person.equals(caller.person().value())) {
            return new Granted(limit(caller));
        }
        if (!seesAll(caller)) {
            return ROLE_MISSING;
        }
        return first(person, caller, PersonRegistered.class)
                .<Admission>map(_ -> new Granted(null))
                .orElse(NOT_FOUND);
    }

    private Admission toArticle(Caller caller, UUID article) {
        if (!seesAll(caller)) {
            return ROLE_MISSING;
        }
        return first(article, caller, ArticleDrafted.class)
                .<Admission>map(_ -> new Granted(null))
                .orElse(NOT_FOUND);
    }

    /** With what a stream of the caller's organisation begins, if it begins so. */
    private <E extends DomainEvent> Optional<E> first(UUID stream, Caller caller, Class<E> type) {
        return log.readEvent(stream, 0)
                .filter(recorded -> recorded.facts().tenant().equals(caller.tenant()))
                .map(Recorded::event)
                .filter(type::isInstance)
                .map(type::cast);
    }

    private static boolean seesAll(Caller caller) {
        return caller.worksOnTickets() || caller.has(Role.AUDITOR);
    }

    private static @Nullable UUID limit(Caller caller) {
        return seesAll(caller) ? null : caller.person().value();
    }
}
