package dev.docket.projection.ticket;

import dev.docket.event.Recorded;
import dev.docket.event.people.PersonId;
import dev.docket.event.ticket.Assignment;
import dev.docket.event.ticket.Classification;
import dev.docket.event.ticket.LinkKind;
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
import dev.docket.event.ticket.TicketId;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code tickets.ticket} while a batch is folded into it. */
final class TicketRow {

    final UUID id;
    UUID tenant = new UUID(0, 0);
    long number;
    String subject = "";
    String description = "";
    Status status = Status.NEW;
    int priority;
    String type = "";
    @Nullable String category;
    Set<String> tags = Set.of();
    UUID requester = new UUID(0, 0);
    @Nullable UUID team;
    @Nullable UUID agent;
    String channel = "";
    @Nullable String solution;
    @Nullable String onHoldReason;
    @Nullable Instant onHoldUntil;
    @Nullable UUID mergedInto;
    @Nullable UUID splitFrom;
    final Set<String> links = new LinkedHashSet<>();
    final Set<String> watchers = new LinkedHashSet<>();
    Instant openedAt = Instant.EPOCH;
    Instant updatedAt = Instant.EPOCH;
    @Nullable Instant firstRepliedAt;
    @Nullable Instant resolvedAt;
    @Nullable Instant closedAt;
    long version = -1;
    long position;

    TicketRow(UUID id) {
        this.id = id;
    }

    void apply(TicketEvent event, Recorded recorded) {
        Instant at = recorded.occurredAt();
        if (version < 0 && !(event instanceof TicketOpened)) {
            throw new IllegalStateException("There is no ticket " + id + " yet");
        }
        switch (event) {
            case TicketOpened e -> opened(e, recorded);
            case SubjectChanged e -> subject = e.to();
            case DescriptionChanged e -> description = e.to();
            case TicketClassified e -> classified(e.to());
            case PriorityChanged e -> priority = e.to().rank();
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
                becomes(Status.IN_PROGRESS);
            }
            case ReplyAdded e -> {
                status = e.status();
                firstRepliedAt = e.first() ? at : firstRepliedAt;
            }
            case TicketPutOnHold e -> {
                status = Status.PENDING;
                onHoldReason = e.reason();
                onHoldUntil = e.until();
            }
            case TicketResumed e -> becomes(e.to());
            case TicketResolved e -> {
                becomes(Status.RESOLVED);
                solution = e.solution();
                resolvedAt = at;
            }
            case TicketClosed _ -> {
                becomes(Status.CLOSED);
                closedAt = at;
            }
            case TicketReopened _ -> {
                becomes(Status.OPEN);
                solution = null;
                resolvedAt = null;
                closedAt = null;
            }
            case TicketMerged e -> {
                becomes(Status.MERGED);
                mergedInto = e.into().value();
            }
            case TicketUnmerged e -> {
                becomes(e.to());
                mergedInto = null;
            }
            case TicketLinked e -> links.add(link(e.kind(), e.other()));
            case TicketUnlinked e -> links.remove(link(e.kind(), e.other()));
            case WatcherAdded e -> watchers.add(e.watcher().toString());
            case WatcherRemoved e -> watchers.remove(e.watcher().toString());
            case NoteAdded _,
                    MessageRedacted _,
                    AttachmentsAdded _,
                    AttachmentRemoved _,
                    TicketAbsorbed _,
                    TicketReleased _,
                    TicketSplit _ -> {
                // Nothing of the ticket's own row; messages and files have rows of their own.
            }
        }
        updatedAt = at;
        version = recorded.version();
        position = recorded.position();
    }

    private void opened(TicketOpened e, Recorded recorded) {
        tenant = recorded.facts().tenant().value();
        number = e.number().value();
        subject = e.subject();
        description = e.description();
        priority = e.priority().rank();
        classified(e.classification());
        requester = e.requester().value();
        assigned(e.assignment());
        status = e.assignment().equals(Assignment.NOBODY) ? Status.NEW : Status.OPEN;
        channel = e.channel().name();
        splitFrom = e.splitFrom() == null ? null : e.splitFrom().value();
        openedAt = recorded.occurredAt();
    }

    private void classified(Classification to) {
        type = to.type().name();
        category = to.category();
        tags = to.tags();
    }

    private void assigned(Assignment to) {
        team = to.team() == null ? null : to.team().value();
        PersonId person = to.agent();
        agent = person == null ? null : person.value();
    }

    private void becomes(Status next) {
        status = next;
        onHoldReason = null;
        onHoldUntil = null;
    }

    private static String link(LinkKind kind, TicketId other) {
        return kind + ":" + other;
    }
}
