package dev.docket.event.ticket;

import dev.docket.event.DomainEvent;
import dev.docket.event.attachment.AttachedFile;
import dev.docket.event.attachment.AttachmentId;
import dev.docket.event.people.PersonId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can happen to a ticket, in the order of its life.
 *
 * <p>A requester's concern is opened, classified, prioritised and assigned. An agent starts work,
 * replies to the requester, notes things for colleagues, and puts the ticket on hold while somebody
 * outside has to act. When a solution is given, the ticket is resolved; the requester may answer,
 * which reopens it, or it is closed. A ticket that another one already covers is merged into that
 * one; a ticket that holds two concerns is split.
 *
 * <p>Each event says what was before, where the difference matters to a view. Who did it, when and
 * from where is in the {@linkplain dev.docket.event.Facts facts} beside it.
 */
public sealed interface TicketEvent extends DomainEvent {

    TicketId ticket();

    /**
     * @param splitFrom the ticket out of which this one was split
     */
    record TicketOpened(
            TicketId ticket,
            TicketNumber number,
            PersonId requester,
            Channel channel,
            String subject,
            String description,
            Priority priority,
            Classification classification,
            Assignment assignment,
            @Nullable TicketId splitFrom)
            implements TicketEvent {}

    record SubjectChanged(TicketId ticket, String from, String to) implements TicketEvent {}

    record DescriptionChanged(TicketId ticket, String from, String to) implements TicketEvent {}

    record TicketClassified(TicketId ticket, Classification from, Classification to)
            implements TicketEvent {}

    record PriorityChanged(TicketId ticket, Priority from, Priority to) implements TicketEvent {}

    /**
     * @param status what the ticket is now: a new one is open once somebody has it
     */
    record TicketAssigned(TicketId ticket, Assignment from, Assignment to, Status status)
            implements TicketEvent {}

    /**
     * @param status what the ticket is now: nobody works on it any more
     */
    record TicketUnassigned(TicketId ticket, Assignment from, Status status)
            implements TicketEvent {}

    /** An agent took the ticket and works on it from now on. */
    record WorkStarted(TicketId ticket, Status from, Assignment before, PersonId agent)
            implements TicketEvent {}

    /**
     * @param byAgent whether an agent answered, and not the requester's side
     * @param first whether it is the first answer of an agent, which ends the first response time
     * @param status what the ticket is now: a new one is open once an agent has answered
     */
    record ReplyAdded(
            TicketId ticket,
            MessageId message,
            PersonId author,
            boolean byAgent,
            boolean first,
            Channel channel,
            String body,
            Status status)
            implements TicketEvent {}

    /** Something that agents see and requesters do not. */
    record NoteAdded(TicketId ticket, MessageId message, PersonId author, String body)
            implements TicketEvent {}

    /** The content of a reply or a note is no longer shown; the reason is, in its place. */
    record MessageRedacted(TicketId ticket, MessageId message, String reason)
            implements TicketEvent {}

    /**
     * Files came along.
     *
     * @param message the reply or the note that brought them; null for the ticket itself
     */
    record AttachmentsAdded(
            TicketId ticket, @Nullable MessageId message, List<AttachedFile> attachments)
            implements TicketEvent {}

    /** A file is no longer shown, and its bytes are erased. */
    record AttachmentRemoved(TicketId ticket, AttachmentId attachment, String reason)
            implements TicketEvent {}

    /**
     * @param until when it should come back by itself, if that is known
     */
    record TicketPutOnHold(TicketId ticket, Status from, String reason, @Nullable Instant until)
            implements TicketEvent {}

    record TicketResumed(TicketId ticket, Status to) implements TicketEvent {}

    record TicketResolved(TicketId ticket, Status from, String solution) implements TicketEvent {}

    record TicketClosed(TicketId ticket, Status from, @Nullable String reason)
            implements TicketEvent {}

    record TicketReopened(TicketId ticket, Status from, @Nullable String reason)
            implements TicketEvent {}

    /** This ticket goes on in another one. */
    record TicketMerged(TicketId ticket, Status from, TicketId into) implements TicketEvent {}

    /** The merge was a mistake: this ticket goes on by itself. */
    record TicketUnmerged(TicketId ticket, TicketId from, Status to) implements TicketEvent {}

    /** Another ticket goes on in this one. */
    record TicketAbsorbed(TicketId ticket, TicketId merged) implements TicketEvent {}

    /** A ticket that had been merged into this one goes on by itself again. */
    record TicketReleased(TicketId ticket, TicketId unmerged) implements TicketEvent {}

    /**
     * A second concern left for a ticket of its own.
     *
     * @param messages the replies and notes that the new ticket begins with, as copies
     */
    record TicketSplit(TicketId ticket, TicketId into, List<MessageId> messages)
            implements TicketEvent {}

    record TicketLinked(TicketId ticket, LinkKind kind, TicketId other) implements TicketEvent {}

    record TicketUnlinked(TicketId ticket, LinkKind kind, TicketId other) implements TicketEvent {}

    record WatcherAdded(TicketId ticket, PersonId watcher) implements TicketEvent {}

    record WatcherRemoved(TicketId ticket, PersonId watcher) implements TicketEvent {}
}
