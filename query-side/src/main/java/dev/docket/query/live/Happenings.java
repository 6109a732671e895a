package dev.docket.query.live;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.docket.event.Recorded;
import dev.docket.event.knowledge.ArticleEvent;
import dev.docket.event.people.PersonEvent;
import dev.docket.event.people.PersonId;
import dev.docket.event.ticket.Assignment;
import dev.docket.event.ticket.MessageId;
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
import dev.docket.log.LogReader;
import dev.docket.query.live.Happening.Kind;
import dev.docket.query.live.Happening.Secrecy;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes of events what rooms need to know: with whose ticket it was, which only the first event of
 * a ticket says, and whether it was about a note. Neither ever changes; both are remembered.
 */
final class Happenings {

    private static final int REMEMBERED = 100_000;

    private final LogReader log;
    private final Cache<UUID, UUID> requesters =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    /** Of messages and files that passed by. */
    private final Cache<UUID, Secrecy> parts =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    Happenings(LogReader log) {
        this.log = log;
    }

    /** Empty for what no room shows. It reads one event at most, be a ticket ever so long. */
    Optional<Happening> of(Recorded recorded) {
        return switch (recorded.event()) {
            case TicketEvent event -> Optional.of(of(event, recorded));
            case PersonEvent event ->
                    Optional.of(of(recorded, Kind.PERSON, event.person().value()));
            case ArticleEvent event ->
                    Optional.of(of(recorded, Kind.ARTICLE, event.article().value()));
            default -> Optional.empty();
        };
    }

    private static Happening of(Recorded recorded, Kind kind, UUID subject) {
        Set<UUID> people = new HashSet<>();
        people.add(recorded.facts().actor().value());
        if (kind == Kind.PERSON) {
            people.add(subject);
        }
        return new Happening(recorded, kind, subject, null, Secrecy.INTERNAL, people);
    }

    private Happening of(TicketEvent event, Recorded recorded) {
        UUID ticket = event.ticket().value();
        @Nullable UUID requester = requester(ticket, event);
        Set<UUID> people = new HashSet<>();
        people.add(recorded.facts().actor().value());
        if (requester != null) {
            people.add(requester);
        }
        addNamed(event, people);
        return new Happening(recorded, Kind.TICKET, ticket, requester, secrecy(event), people);
    }

    private @Nullable UUID requester(UUID ticket, TicketEvent event) {
        if (event instanceof TicketOpened opened) {
            requesters.put(ticket, opened.requester().value());
        }
        return requesters.get(
                ticket,
                id ->
                        log.readEvent(id, 0).map(Recorded::event).stream()
                                .filter(TicketOpened.class::isInstance)
                                .map(first -> ((TicketOpened) first).requester().value())
                                .findFirst()
                                .orElse(null));
    }

    private static void addNamed(TicketEvent event, Set<UUID> people) {
        switch (event) {
            case TicketOpened e -> add(e.assignment(), people);
            case TicketAssigned e -> {
                add(e.from(), people);
                add(e.to(), people);
            }
            case TicketUnassigned e -> add(e.from(), people);
            case WorkStarted e -> {
                add(e.before(), people);
                people.add(e.agent().value());
            }
            case WatcherAdded e -> people.add(e.watcher().value());
            case WatcherRemoved e -> people.add(e.watcher().value());
            case ReplyAdded e -> people.add(e.author().value());
            case NoteAdded e -> people.add(e.author().value());
            case SubjectChanged _,
                    DescriptionChanged _,
                    TicketClassified _,
                    PriorityChanged _,
                    MessageRedacted _,
                    AttachmentsAdded _,
                    AttachmentRemoved _,
                    TicketPutOnHold _,
                    TicketResumed _,
                    TicketResolved _,
                    TicketClosed _,
                    TicketReopened _,
                    TicketMerged _,
                    TicketUnmerged _,
                    TicketAbsorbed _,
                    TicketReleased _,
                    TicketSplit _,
                    TicketLinked _,
                    TicketUnlinked _ -> {}
        }
    }

    private static void add(Assignment assignment, Set<UUID> people) {
        PersonId agent = assignment.agent();
        if (agent != null) {
            people.add(agent.value());
        }
    }

    /** As far as what has passed by tells it. */
    private Secrecy secrecy(TicketEvent event) {
        return switch (event) {
            case NoteAdded e -> remembered(e.message().value(), Secrecy.INTERNAL);
            case ReplyAdded e -> remembered(e.message().value(), Secrecy.OPEN);
            case AttachmentsAdded e -> {
                Secrecy known = known(e);
                if (known != Secrecy.UNSETTLED) {
                    e.attachments().forEach(file -> remembered(file.attachment().value(), known));
                }
                yield known;
            }
            case MessageRedacted e -> known(e);
            case AttachmentRemoved e -> known(e);
            default -> Secrecy.OPEN;
        };
    }

    private Secrecy remembered(UUID part, Secrecy secrecy) {
        parts.put(part, secrecy);
        return secrecy;
    }

    private Secrecy known(TicketEvent event) {
        return partOf(event)
                .map(part -> parts.asMap().getOrDefault(part, Secrecy.UNSETTLED))
                .orElse(Secrecy.OPEN);
    }

    /** The message or file by which an event is as visible as it is; empty for the ticket. */
    private static Optional<UUID> partOf(TicketEvent event) {
        return switch (event) {
            case MessageRedacted e -> Optional.of(e.message().value());
            case AttachmentsAdded e -> Optional.ofNullable(e.message()).map(MessageId::value);
            case AttachmentRemoved e -> Optional.of(e.attachment().value());
            default -> Optional.empty();
        };
    }

    /** Reads the whole ticket, which takes as long as it is. */
    Happening settled(Happening happening) {
        if (!(happening.recorded().event() instanceof TicketEvent event)) {
            return happening;
        }
        Set<UUID> internal = new HashSet<>();
        for (Recorded recorded : log.readStream(happening.subject())) {
            if (recorded.event() instanceof NoteAdded note) {
                internal.add(note.message().value());
            } else if (recorded.event() instanceof AttachmentsAdded added
                    && partOf(added).filter(internal::contains).isPresent()) {
                added.attachments().forEach(file -> internal.add(file.attachment().value()));
            }
        }
        return partOf(event)
                .map(part ->
                        remembered(part, internal.contains(part) ? Secrecy.INTERNAL : Secrecy.OPEN))
                .map(happening::settled)
                .orElse(happening);
    }
}
