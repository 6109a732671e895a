package dev.docket.projection.analytics;

import dev.docket.event.Recorded;
import dev.docket.event.ticket.Assignment;
import dev.docket.event.ticket.Status;
import dev.docket.event.ticket.TicketEvent;
import dev.docket.event.ticket.TicketEvent.AttachmentRemoved;
import dev.docket.event.ticket.TicketEvent.AttachmentsAdded;
import dev.docket.event.ticket.TicketEvent.DescriptionChanged;
import dev.docket.event.ticket.TicketEvent.MessageRedacted;
import dev.docket.event.ticket.TicketEvent.NoteAdded;
import dev.docket.event.ticket.TicketEvent.PriorityChanged;
import dev.docket.event.ticket.TicketEvent.ReplyAdded;
import dev.docket.event.ticket.TicketEvent.SubjectChanged;
import dev.docket.event.ticket.TicketEvent.TicketAbsorbed;
import dev.docket.event.ticket.TicketEvent.TicketAssigned;
import dev.docket.event.ticket.TicketEvent.TicketClassified;
import dev.docket.event.ticket.TicketEvent.TicketClosed;
import dev.docket.event.ticket.TicketEvent.TicketLinked;
import dev.docket.event.ticket.TicketEvent.TicketMerged;
import dev.docket.event.ticket.TicketEvent.TicketOpened;
import dev.docket.event.ticket.TicketEvent.TicketPutOnHold;
import dev.docket.event.ticket.TicketEvent.TicketReleased;
import dev.docket.event.ticket.TicketEvent.TicketReopened;
import dev.docket.event.ticket.TicketEvent.TicketResolved;
import dev.docket.event.ticket.TicketEvent.TicketResumed;
import dev.docket.event.ticket.TicketEvent.TicketSplit;
import dev.docket.event.ticket.TicketEvent.TicketUnassigned;
import dev.docket.event.ticket.TicketEvent.TicketUnlinked;
import dev.docket.event.ticket.TicketEvent.TicketUnmerged;
import dev.docket.event.ticket.TicketEvent.WatcherAdded;
import dev.docket.event.ticket.TicketEvent.WatcherRemoved;
import dev.docket.event.ticket.TicketEvent.WorkStarted;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A ticket as the numbers see it, and how each event counts.
 *
 * <ul>
 *   <li>Opened, resolved, closed, reopened: events, in the hour in which they happened.
 *   <li>Backlog: a ticket is in it from its opening until it is resolved, closed or merged, and
 *       again from its reopening. When its priority, category, team or agent changes, it leaves one
 *       bucket and enters another.
 *   <li>First response: from the opening to the first reply of an agent.
 *   <li>Resolution: from the opening to the resolution; a ticket that is reopened and resolved
 *       again counts again, with the whole time since its opening. A ticket that is closed without
 *       having been resolved counts as resolved by its closing.
 * </ul>
 */
final class TicketFact {

    private static final UUID NOBODY = new UUID(0, 0);

    final UUID id;
    UUID tenant = NOBODY;
    String priority = "";
    String category = "";
    @Nullable UUID team;
    @Nullable UUID agent;
    Status status = Status.NEW;
    Instant openedAt = Instant.EPOCH;
    @Nullable Instant firstRepliedAt;
    @Nullable Instant resolvedAt;

    TicketFact(UUID id) {
        this.id = id;
    }

    void apply(TicketEvent event, Recorded recorded, Function<Bucket, Counts> counts) {
        Instant at = recorded.occurredAt();
        boolean wasOpen = !(event instanceof TicketOpened) && inBacklog();
        Bucket before = bucket(at);
        change(event, recorded);
        Bucket now = bucket(at);
        if (wasOpen && (!inBacklog() || !before.equals(now))) {
            counts.apply(before).backlog--;
        }
        if (inBacklog() && (!wasOpen || !before.equals(now))) {
            counts.apply(now).backlog++;
        }
        count(event, at, counts.apply(now));
    }

    private void count(TicketEvent event, Instant at, Counts counts) {
        switch (event) {
            case TicketOpened _ -> counts.opened++;
            case TicketReopened _ -> counts.reopened++;
            case ReplyAdded e when e.first() -> {
                counts.firstResponses++;
                counts.firstResponseSeconds += secondsSinceOpening(at);
            }
            case TicketResolved _ -> {
                counts.resolved++;
                resolution(at, counts);
            }
            case TicketClosed e -> {
                counts.closed++;
                if (e.from() != Status.RESOLVED) {
                    resolution(at, counts);
                }
            }
            default -> {
                // Only the five kinds above are counted; change() is the switch that knows all.
            }
        }
    }

    private void resolution(Instant at, Counts counts) {
        counts.resolutions++;
        counts.resolutionSeconds += secondsSinceOpening(at);
    }

    /** Imported histories may hold clocks that went back; a duration is never negative. */
    private long secondsSinceOpening(Instant at) {
        return Math.max(0, Duration.between(openedAt, at).toSeconds());
    }

    private void change(TicketEvent event, Recorded recorded) {
        Instant at = recorded.occurredAt();
        switch (event) {
            case TicketOpened e -> opened(e, recorded);
            case TicketClassified e -> category = text(e.to().category());
            case PriorityChanged e -> priority = e.to().name();
            case TicketAssigned e -> {
                assigned(e.to());
                status = e.status();
            }
            case TicketUnassigned e -> {
                assigned(Assignment.NOBODY);
                status = e.status();
            }
            case WorkStarted e -> {
                agent = e.agent().value();
                status = Status.IN_PROGRESS;
            }
            case ReplyAdded e -> {
                status = e.status();
                firstRepliedAt = e.first() ? at : firstRepliedAt;
            }
            case TicketPutOnHold _ -> status = Status.PENDING;
            case TicketResumed e -> status = e.to();
            case TicketResolved _ -> {
                status = Status.RESOLVED;
                resolvedAt = at;
            }
            case TicketClosed e -> {
                status = Status.CLOSED;
                resolvedAt = e.from() == Status.RESOLVED ? resolvedAt : at;
            }
            case TicketReopened _ -> {
                status = Status.OPEN;
                resolvedAt = null;
            }
            case TicketMerged _ -> status = Status.MERGED;
            case TicketUnmerged e -> status = e.to();
            case SubjectChanged _,
                    DescriptionChanged _,
                    NoteAdded _,
                    MessageRedacted _,
                    AttachmentsAdded _,
                    AttachmentRemoved _,
                    TicketAbsorbed _,
                    TicketReleased _,
                    TicketSplit _,
                    TicketLinked _,
                    TicketUnlinked _,
                    WatcherAdded _,
                    WatcherRemoved _ -> {
                // No number depends on these.
            }
        }
    }

    private void opened(TicketOpened e, Recorded recorded) {
        tenant = recorded.facts().tenant().value();
        priority = e.priority().name();
        category = text(e.classification().category());
        assigned(e.assignment());
        status = e.assignment().equals(Assignment.NOBODY) ? Status.NEW : Status.OPEN;
        openedAt = recorded.occurredAt();
    }

    private void assigned(Assignment to) {
        team = to.team() == null ? null : to.team().value();
        agent = to.agent() == null ? null : to.agent().value();
    }

    private boolean inBacklog() {
        return switch (status) {
            case NEW, OPEN, IN_PROGRESS, PENDING -> true;
            case RESOLVED, CLOSED, MERGED -> false;
        };
    }

    private Bucket bucket(Instant at) {
        return new Bucket(
                tenant,
                at.truncatedTo(ChronoUnit.HOURS),
                priority,
                category,
                team == null ? NOBODY : team,
                agent == null ? NOBODY : agent);
    }

    private static String text(@Nullable String category) {
        return category == null ? "" : category;
    }
}
