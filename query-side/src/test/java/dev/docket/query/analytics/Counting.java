package dev.docket.query.analytics;

import dev.docket.event.Recorded;
import dev.docket.event.ticket.Assignment;
import dev.docket.event.ticket.Status;
import dev.docket.event.ticket.TicketEvent;
import dev.docket.event.ticket.TicketEvent.PriorityChanged;
import dev.docket.event.ticket.TicketEvent.ReplyAdded;
import dev.docket.event.ticket.TicketEvent.TicketAssigned;
import dev.docket.event.ticket.TicketEvent.TicketClassified;
import dev.docket.event.ticket.TicketEvent.TicketClosed;
import dev.docket.event.ticket.TicketEvent.TicketMerged;
import dev.docket.event.ticket.TicketEvent.TicketOpened;
import dev.docket.event.ticket.TicketEvent.TicketReopened;
import dev.docket.event.ticket.TicketEvent.TicketResolved;
import dev.docket.event.ticket.TicketEvent.TicketUnassigned;
import dev.docket.event.ticket.TicketEvent.TicketUnmerged;
import dev.docket.event.ticket.TicketEvent.WorkStarted;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Counts over a history with nothing but lists: every event with what its ticket was just after it.
 * It knows no hours, no tables and no differences.
 */
final class Counting {

    /** What a ticket is between two events. */
    record State(
            UUID ticket,
            Instant openedAt,
            String priority,
            String category,
            String team,
            String agent,
            boolean open,
            String status,
            @Nullable Instant firstRepliedAt,
            @Nullable Instant resolvedAt) {}

    record Step(Instant at, TicketEvent event, State after) {}

    private final List<Step> steps = new ArrayList<>();

    Counting(List<Recorded> events) {
        for (Recorded recorded : events) {
            TicketEvent event = (TicketEvent) recorded.event();
            State before = last(recorded.stream(), step -> true);
            steps.add(new Step(recorded.occurredAt(), event, after(before, event, recorded)));
        }
    }

    private @Nullable State last(UUID ticket, Predicate<Step> considered) {
        State last = null;
        for (Step step : steps) {
            if (step.after().ticket().equals(ticket) && considered.test(step)) {
                last = step.after();
            }
        }
        return last;
    }

    private static State after(@Nullable State before, TicketEvent event, Recorded recorded) {
        Instant at = recorded.occurredAt();
        if (event instanceof TicketOpened e) {
            boolean nobody = e.assignment().equals(Assignment.NOBODY);
            return new State(
                    recorded.stream(),
                    at,
                    e.priority().name().toLowerCase(Locale.ROOT),
                    text(e.classification().category()),
                    text(e.assignment().team()),
                    text(e.assignment().agent()),
                    true,
                    nobody ? "new" : "open",
                    null,
                    null);
        }
        if (before == null) {
            throw new IllegalStateException("Not opened: " + event);
        }
        String priority =
                event instanceof PriorityChanged e
                        ? e.to().name().toLowerCase(Locale.ROOT)
                        : before.priority();
        String category =
                event instanceof TicketClassified e ? text(e.to().category()) : before.category();
        String team =
                switch (event) {
                    case TicketAssigned e -> text(e.to().team());
                    case TicketUnassigned _ -> "";
                    default -> before.team();
                };
        String agent =
                switch (event) {
                    case TicketAssigned e -> text(e.to().agent());
                    case TicketUnassigned _ -> "";
                    case WorkStarted e -> text(e.agent());
                    default -> before.agent();
                };
        String status = status(before.status(), event);
        boolean open = List.of("new", "open", "in_progress", "pending").contains(status);
        Instant replied = event instanceof ReplyAdded e && e.first() ? at : before.firstRepliedAt();
        Instant resolved =
                switch (event) {
                    case TicketResolved _ -> at;
                    case TicketClosed e when e.from() != Status.RESOLVED -> at;
                    case TicketReopened _ -> null;
                    default -> before.resolvedAt();
                };
        return new State(
                before.ticket(),
                before.openedAt(),
                priority,
                category,
                team,
                agent,
                open,
                status,
                replied,
                resolved);
    }

    private static String status(String before, TicketEvent event) {
        return switch (event) {
            case TicketAssigned e -> lower(e.status());
            case TicketUnassigned e -> lower(e.status());
            case WorkStarted _ -> "in_progress";
            case ReplyAdded e -> lower(e.status());
            case TicketEvent.TicketPutOnHold _ -> "pending";
            case TicketEvent.TicketResumed e -> lower(e.to());
            case TicketResolved _ -> "resolved";
            case TicketClosed _ -> "closed";
            case TicketReopened _ -> "open";
            case TicketMerged _ -> "merged";
            case TicketUnmerged e -> lower(e.to());
            default -> before;
        };
    }

    private static String lower(Status status) {
        return status.name().toLowerCase(Locale.ROOT);
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    /** How many events there are of some kind, by what their tickets were just after them. */
    long count(Predicate<Step> kind, Instant from, Instant to, Predicate<State> group) {
        return steps(kind, from, to, group).size();
    }

    private List<Step> steps(
            Predicate<Step> kind, Instant from, Instant to, Predicate<State> group) {
        return steps.stream()
                .filter(step -> !step.at().isBefore(from) && step.at().isBefore(to))
                .filter(step -> group.test(step.after()))
                .filter(kind)
                .toList();
    }

    /** The mean of whole seconds from the opening to an event of some kind; null without one. */
    @Nullable Double meanSeconds(
            Predicate<Step> kind, Instant from, Instant to, Predicate<State> group) {
        List<Step> found = steps(kind, from, to, group);
        return found.isEmpty()
                ? null
                : found.stream()
                        .mapToLong(step ->
                                Duration.between(step.after().openedAt(), step.at()).toSeconds())
                        .average()
                        .orElseThrow();
    }

    /** How many tickets are open just before a time. */
    long openAt(Instant time, Predicate<State> group) {
        return statesAt(time).stream().filter(State::open).filter(group).count();
    }

    /** What each ticket is just before a time. */
    List<State> statesAt(Instant time) {
        return steps.stream()
                .map(step -> step.after().ticket())
                .distinct()
                .map(ticket -> last(ticket, step -> step.at().isBefore(time)))
                .<State>mapMulti((state, next) -> {
                    if (state != null) {
                        next.accept(state);
                    }
                })
                .toList();
    }

    /** Every value of a group that an event happened to. */
    List<String> values(Function<State, String> group, Instant from, Instant to) {
        return steps(step -> true, from, to, state -> true).stream()
                .map(step -> group.apply(step.after()))
                .distinct()
                .sorted()
                .toList();
    }
}
