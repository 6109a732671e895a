package dev.docket.command.ticket;

import dev.docket.command.dispatch.Decided;
import dev.docket.command.dispatch.Outcome;
import dev.docket.command.dispatch.RecentCommands;
import dev.docket.command.dispatch.Wish;
import dev.docket.event.Facts;
import dev.docket.event.TenantId;
import dev.docket.event.attachment.AttachedFile;
import dev.docket.event.attachment.AttachmentId;
import dev.docket.event.people.PersonId;
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
import dev.docket.event.ticket.TicketNumber;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What decisions about a ticket need to know of it, folded from its events.
 *
 * @param version of the last event that is folded in
 * @param held what the ticket was before it was put on hold
 * @param merged what it was before it was merged, and into which ticket
 * @param answered whether an agent has replied
 * @param redacted the messages whose content was deleted, a part of the messages
 * @param files that came along, whether or not what brought them is redacted
 */
public record Ticket(
        TenantId tenant,
        TicketId id,
        TicketNumber number,
        long version,
        PersonId requester,
        Status status,
        String subject,
        String description,
        Priority priority,
        Classification classification,
        Assignment assignment,
        @Nullable Held held,
        @Nullable Merged merged,
        boolean answered,
        Set<MessageId> messages,
        Set<MessageId> redacted,
        Set<File> files,
        Set<Link> links,
        Set<PersonId> watchers,
        RecentCommands<Status> recent)
        implements Decided<TicketAnswer> {

    record Held(Status before, String reason) {}

    record Merged(Status before, TicketId into) {}

    record Link(LinkKind kind, TicketId other) {}

    /**
     * @param message what brought it; null for the ticket itself
     * @param size in bytes
     */
    record File(AttachmentId attachment, @Nullable MessageId message, long size) {}

    /**
     * How many files came with a message, or with the ticket itself.
     *
     * @param message null for the ticket itself
     */
    int filesOf(@Nullable MessageId message) {
        return (int) files.stream().filter(file -> Objects.equals(file.message(), message)).count();
    }

    boolean hasFile(AttachmentId attachment) {
        return files.stream().anyMatch(file -> file.attachment().equals(attachment));
    }

    /** Of all files together. */
    long fileBytes() {
        return files.stream().mapToLong(File::size).sum();
    }

    @Override
    public TicketAnswer answer() {
        return answer(status);
    }

    private TicketAnswer answer(Status then) {
        return new TicketAnswer(id, number, then);
    }

    @Override
    public Optional<Outcome<TicketAnswer>> repeated(Wish wish) {
        return recent.repeatedBy(wish, version)
                .map(first -> Outcome.recorded(first.version(), answer(first.result())));
    }

    /**
     * The state after an event.
     *
     * @throws IllegalStateException if the log holds what cannot have happened: an opening of a
     *     ticket that is open, or something else before the opening
     */
    static Ticket evolve(@Nullable Ticket before, TicketEvent event, Facts facts, long version) {
        if (before != null) {
            Changes to = before.changed(event);
            return to.ticket(version, before.recent.with(facts, version, to.status));
        }
        if (event instanceof TicketOpened opened) {
            return opened(opened, facts);
        }
        throw new IllegalStateException("%s of a ticket that was never opened".formatted(event));
    }

    /** The state after an event that is only being considered. */
    Ticket after(TicketEvent event) {
        return changed(event).ticket(version + 1, recent);
    }

    private Changes changed(TicketEvent event) {
        Changes to = new Changes(this);
        switch (event) {
            case TicketOpened again ->
                    throw new IllegalStateException("%s of an open ticket".formatted(again));
            case SubjectChanged e -> to.subject = e.to();
            case DescriptionChanged e -> to.description = e.to();
            case TicketClassified e -> to.classification = e.to();
            case PriorityChanged e -> to.priority = e.to();
            case TicketAssigned e -> to.assigned(e.to(), e.status());
            case TicketUnassigned e -> to.assigned(Assignment.NOBODY, e.status());
            case WorkStarted e -> to.workStarted(e.agent());
            case ReplyAdded e -> to.replied(e);
            case NoteAdded e -> to.messages = with(to.messages, e.message());
            case MessageRedacted e -> to.redacted = with(to.redacted, e.message());
            case AttachmentsAdded e -> to.filesCame(e);
            case AttachmentRemoved e -> to.fileRemoved(e.attachment());
            case TicketPutOnHold e -> to.putOnHold(e);
            case TicketResumed e -> to.becomes(e.to());
            case TicketResolved _ -> to.becomes(Status.RESOLVED);
            case TicketClosed _ -> to.becomes(Status.CLOSED);
            case TicketReopened _ -> to.becomes(Status.OPEN);
            case TicketMerged e -> to.merged(e);
            case TicketUnmerged e -> to.unmerged(e.to());
            case TicketAbsorbed _, TicketReleased _, TicketSplit _ -> {}
            case TicketLinked e -> to.links = with(to.links, new Link(e.kind(), e.other()));
            case TicketUnlinked e -> to.links = without(to.links, new Link(e.kind(), e.other()));
            case WatcherAdded e -> to.watchers = with(to.watchers, e.watcher());
            case WatcherRemoved e -> to.watchers = without(to.watchers, e.watcher());
        }
        return to;
    }

    private static Ticket opened(TicketOpened e, Facts facts) {
        Status status = e.assignment().equals(Assignment.NOBODY) ? Status.NEW : Status.OPEN;
        return new Ticket(
                facts.tenant(),
                e.ticket(),
                e.number(),
                0,
                e.requester(),
                status,
                e.subject(),
                e.description(),
                e.priority(),
                e.classification(),
                e.assignment(),
                null,
                null,
                false,
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                RecentCommands.<Status>none().with(facts, 0, status));
    }

    private static <T> Set<T> with(Set<T> set, T element) {
        Set<T> more = new LinkedHashSet<>(set);
        more.add(element);
        return more;
    }

    private static <T> Set<T> without(Set<T> set, T element) {
        Set<T> fewer = new LinkedHashSet<>(set);
        fewer.remove(element);
        return fewer;
    }

    /** The state under change, so that each event only names what it changes. */
    private static final class Changes {
        private final Ticket before;
        private Status status;
        private String subject;
        private String description;
        private Priority priority;
        private Classification classification;
        private Assignment assignment;
        private @Nullable Held held;
        private @Nullable Merged merged;
        private boolean answered;
        private Set<MessageId> messages;
        private Set<MessageId> redacted;
        private Set<File> files;
        private Set<Link> links;
        private Set<PersonId> watchers;

        Changes(Ticket before) {
            this.before = before;
            status = before.status;
            subject = before.subject;
            description = before.description;
            priority = before.priority;
            classification = before.classification;
            assignment = before.assignment;
            held = before.held;
            merged = before.merged;
            answered = before.answered;
            messages = before.messages;
            redacted = before.redacted;
            files = before.files;
            links = before.links;
            watchers = before.watchers;
        }

        void becomes(Status next) {
            status = next;
            held = null;
            merged = null;
        }

        void assigned(Assignment next, Status then) {
            assignment = next;
            status = then;
        }

        void workStarted(PersonId agent) {
            assignment = new Assignment(assignment.team(), agent);
            becomes(Status.IN_PROGRESS);
        }

        void replied(ReplyAdded reply) {
            messages = with(messages, reply.message());
            answered |= reply.byAgent();
            status = reply.status();
        }

        void filesCame(AttachmentsAdded added) {
            for (AttachedFile file : added.attachments()) {
                files = with(files, new File(file.attachment(), added.message(), file.size()));
            }
        }

        void fileRemoved(AttachmentId attachment) {
            Set<File> fewer = new LinkedHashSet<>(files);
            fewer.removeIf(file -> file.attachment().equals(attachment));
            files = fewer;
        }

        void putOnHold(TicketPutOnHold hold) {
            Status origin = held == null ? hold.from() : held.before();
            held = new Held(origin, hold.reason());
            status = Status.PENDING;
        }

        void merged(TicketMerged merge) {
            merged = new Merged(merge.from(), merge.into());
            status = Status.MERGED;
        }

        /** What it waited for before it was merged, it waits for again. */
        void unmerged(Status next) {
            merged = null;
            status = next;
        }

        Ticket ticket(long version, RecentCommands<Status> recent) {
            return new Ticket(
                    before.tenant,
                    before.id,
                    before.number,
                    version,
                    before.requester,
                    status,
                    subject,
                    description,
                    priority,
                    classification,
                    assignment,
                    held,
                    merged,
                    answered,
                    messages,
                    redacted,
                    files,
                    links,
                    watchers,
                    recent);
        }
    }
}
