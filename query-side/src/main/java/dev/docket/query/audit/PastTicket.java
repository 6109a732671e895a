package dev.docket.query.audit;

import dev.docket.event.Recorded;
import dev.docket.event.TenantId;
import dev.docket.event.attachment.AttachedFile;
import dev.docket.event.ticket.Assignment;
import dev.docket.event.ticket.Classification;
import dev.docket.event.ticket.LinkKind;
import dev.docket.event.ticket.MessageId;
import dev.docket.event.ticket.Priority;
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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A ticket folded from its events up to some moment, without a view. It is what the views are
 * checked against, so it shares no code with them.
 */
final class PastTicket {

    final TenantId tenant;
    final TicketOpened opening;
    final Instant openedAt;
    String subject;
    String description;
    Status status;
    Priority priority;
    Classification classification;
    Assignment assignment;
    @Nullable String solution;
    @Nullable String onHoldReason;
    @Nullable Instant onHoldUntil;
    @Nullable TicketId mergedInto;
    @Nullable Instant firstRepliedAt;
    @Nullable Instant resolvedAt;
    @Nullable Instant closedAt;
    final Set<Link> links = new LinkedHashSet<>();
    final Set<String> watchers = new LinkedHashSet<>();
    final Map<MessageId, Message> messages = new LinkedHashMap<>();
    final List<File> files = new ArrayList<>();
    Instant updatedAt;
    long version;
    long position;

    record Link(LinkKind kind, TicketId ticket) {}

    /**
     * @param message what brought it; null for the ticket itself
     */
    record File(@Nullable MessageId message, AttachedFile file) {}

    /**
     * @param note whether only agents see it
     * @param byAgent whether an agent wrote it, and not the requester's side
     * @param body null when its content was deleted
     */
    record Message(
            MessageId id,
            boolean note,
            boolean byAgent,
            String author,
            @Nullable String body,
            @Nullable String redaction,
            Instant writtenAt) {}

    PastTicket(TicketOpened opening, Recorded recorded) {
        this.tenant = recorded.facts().tenant();
        this.opening = opening;
        this.openedAt = recorded.occurredAt();
        this.subject = opening.subject();
        this.description = opening.description();
        this.status = opening.assignment().equals(Assignment.NOBODY) ? Status.NEW : Status.OPEN;
        this.priority = opening.priority();
        this.classification = opening.classification();
        this.assignment = opening.assignment();
        this.updatedAt = openedAt;
        this.version = recorded.version();
        this.position = recorded.position();
    }

    void apply(TicketEvent event, Recorded recorded) {
        Instant at = recorded.occurredAt();
        switch (event) {
            case TicketOpened again -> throw new IllegalStateException(again + " twice");
            case SubjectChanged e -> subject = e.to();
            case DescriptionChanged e -> description = e.to();
            case TicketClassified e -> classification = e.to();
            case PriorityChanged e -> priority = e.to();
            case TicketAssigned e -> {
                assignment = e.to();
                status = e.status();
            }
            case TicketUnassigned e -> {
                assignment = Assignment.NOBODY;
                status = e.status();
            }
            case WorkStarted e -> {
                assignment = new Assignment(assignment.team(), e.agent());
                now(Status.IN_PROGRESS);
            }
            case ReplyAdded e -> {
                status = e.status();
                firstRepliedAt = e.first() ? at : firstRepliedAt;
                write(e.message(), false, e.byAgent(), e.author().toString(), e.body(), at);
            }
            case NoteAdded e -> write(e.message(), true, true, e.author().toString(), e.body(), at);
            case MessageRedacted e -> {
                redact(e.message(), e.reason());
                files.removeIf(file -> e.message().equals(file.message()));
            }
            case AttachmentsAdded e ->
                    e.attachments().forEach(file -> files.add(new File(e.message(), file)));
            case AttachmentRemoved e ->
                    files.removeIf(file -> file.file().attachment().equals(e.attachment()));
            case TicketPutOnHold e -> {
                status = Status.PENDING;
                onHoldReason = e.reason();
                onHoldUntil = e.until();
            }
            case TicketResumed e -> now(e.to());
            case TicketResolved e -> {
                now(Status.RESOLVED);
                solution = e.solution();
                resolvedAt = at;
            }
            case TicketClosed _ -> {
                now(Status.CLOSED);
                closedAt = at;
            }
            case TicketReopened _ -> {
                now(Status.OPEN);
                solution = null;
                resolvedAt = null;
                closedAt = null;
            }
            case TicketMerged e -> {
                now(Status.MERGED);
                mergedInto = e.into();
            }
            case TicketUnmerged e -> {
                now(e.to());
                mergedInto = null;
            }
            case WatcherAdded e -> watchers.add(e.watcher().toString());
            case WatcherRemoved e -> watchers.remove(e.watcher().toString());
            case TicketLinked e -> links.add(new Link(e.kind(), e.other()));
            case TicketUnlinked e -> links.remove(new Link(e.kind(), e.other()));
            case TicketAbsorbed _, TicketReleased _, TicketSplit _ -> {
                // What happened to another ticket because of this one is in that one's state.
            }
        }
        updatedAt = at;
        version = recorded.version();
        position = recorded.position();
    }

    private void now(Status next) {
        status = next;
        onHoldReason = null;
        onHoldUntil = null;
    }

    private void write(
            MessageId id, boolean note, boolean byAgent, String author, String body, Instant at) {
        messages.put(id, new Message(id, note, byAgent, author, body, null, at));
    }

    private void redact(MessageId id, String reason) {
        messages.computeIfPresent(
                id,
                (same, old) ->
                        new Message(
                                id,
                                old.note,
                                old.byAgent,
                                old.author,
                                null,
                                reason,
                                old.writtenAt));
    }
}
