package dev.docket.query;

import dev.docket.event.attachment.AttachedFile;
import dev.docket.event.attachment.AttachmentId;
import dev.docket.event.people.TeamId;
import dev.docket.event.ticket.Assignment;
import dev.docket.event.ticket.Channel;
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
import dev.docket.event.ticket.TicketType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A history of one organisation in which everything happens to tickets that can happen, at times
 * that only go forward. The same seed gives the same history, but for the ids.
 */
public final class RandomHistory {

    private static final List<String> CATEGORIES = List.of("network", "access/password", "");
    private static final int KINDS = 26;
    private static final int LONGEST_PAUSE_SECONDS = 9_000;

    private final QueryPlatform platform;
    private final Random random;
    private final Someone requester;
    private final List<Someone> agents;
    private final List<TeamId> teams;
    private final List<Life> lives = new ArrayList<>();
    private Instant now;

    public RandomHistory(QueryPlatform platform, Someone requester, long seed, Instant start) {
        this.platform = platform;
        this.random = new Random(seed);
        this.requester = requester;
        this.agents = List.of(requester.colleague(), requester.colleague());
        this.teams = List.of(new TeamId(randomId()), new TeamId(randomId()));
        this.now = start;
    }

    /** What the next event of a ticket depends on. */
    private static final class Life {
        final TicketId id;
        Status status;
        Priority priority;
        Classification classification;
        Assignment assignment;
        boolean answered;
        final List<MessageId> messages = new ArrayList<>();
        final List<AttachmentId> files = new ArrayList<>();

        Life(TicketEvent.TicketOpened opened) {
            id = opened.ticket();
            status = opened.assignment().equals(Assignment.NOBODY) ? Status.NEW : Status.OPEN;
            priority = opened.priority();
            classification = opened.classification();
            assignment = opened.assignment();
        }

        boolean isOpen() {
            return switch (status) {
                case NEW, OPEN, IN_PROGRESS, PENDING -> true;
                case RESOLVED, CLOSED, MERGED -> false;
            };
        }
    }

    public List<UUID> tickets() {
        return lives.stream().map(life -> life.id.value()).toList();
    }

    public void happen(int events) {
        for (int done = 0; done < events; ) {
            pause();
            if (lives.isEmpty() || random.nextInt(12) == 0) {
                open();
                done++;
            } else {
                Life life = lives.get(random.nextInt(lives.size()));
                List<TicketEvent> next = next(life);
                if (!next.isEmpty()) {
                    append(life, next);
                    done += next.size();
                }
            }
        }
    }

    private void pause() {
        now =
                now.plusSeconds(random.nextInt(LONGEST_PAUSE_SECONDS))
                        .plusNanos(random.nextInt(1_000_000_000));
    }

    private void open() {
        UUID id = randomId();
        Someone agent = random.nextInt(3) == 0 ? any(agents) : null;
        TicketEvent.TicketOpened opened =
                Tickets.ticket(requester, "Subject " + random.nextInt(100))
                        .with(any(List.of(Priority.values())))
                        .in(category(), "tag" + random.nextInt(3))
                        .assignedTo(agent == null ? null : any(teams).value(), agent)
                        .event(id);
        platform.append(requester, now, id, opened);
        lives.add(new Life(opened));
    }

    private @Nullable String category() {
        String category = any(CATEGORIES);
        return category.isEmpty() ? null : category;
    }

    private void append(Life life, List<TicketEvent> events) {
        platform.append(any(agents), now, life.id.value(), events.toArray(TicketEvent[]::new));
    }

    private List<TicketEvent> next(Life life) {
        TicketId id = life.id;
        return switch (random.nextInt(KINDS)) {
            case 0 -> List.of(new SubjectChanged(id, "", "Subject " + random.nextInt(100)));
            case 1 -> List.of(new DescriptionChanged(id, "", "Described " + random.nextInt(100)));
            case 2 -> classified(life);
            case 3 -> prioritised(life);
            case 4, 5 -> assigned(life);
            case 6 -> unassigned(life);
            case 7 -> workStarted(life);
            case 8, 9 -> replied(life, true);
            case 10 -> replied(life, false);
            case 11 -> noted(life);
            case 12 -> redacted(life);
            case 13 -> putOnHold(life);
            case 14 -> resumed(life);
            case 15, 16 -> resolved(life);
            case 17 -> closed(life);
            case 18 -> reopened(life);
            case 19 -> merged(life);
            case 20 -> unmerged(life);
            case 21 ->
                    List.of(
                            new TicketAbsorbed(id, new TicketId(randomId())),
                            new TicketReleased(id, new TicketId(randomId())),
                            new TicketSplit(id, new TicketId(randomId()), List.of()));
            case 22 -> linked(life);
            case 23 -> filesCame(life);
            case 24 -> fileRemoved(life);
            default -> watched(life);
        };
    }

    private List<TicketEvent> classified(Life life) {
        Classification from = life.classification;
        life.classification =
                new Classification(
                        any(List.of(TicketType.values())),
                        category(),
                        new TreeSet<>(List.of("tag" + random.nextInt(9))));
        return List.of(new TicketClassified(life.id, from, life.classification));
    }

    private List<TicketEvent> prioritised(Life life) {
        Priority from = life.priority;
        life.priority = any(List.of(Priority.values()));
        return List.of(new PriorityChanged(life.id, from, life.priority));
    }

    private List<TicketEvent> assigned(Life life) {
        if (!life.isOpen()) {
            return List.of();
        }
        Assignment from = life.assignment;
        life.assignment =
                new Assignment(any(teams), random.nextBoolean() ? any(agents).person() : null);
        life.status = life.status == Status.NEW ? Status.OPEN : life.status;
        return List.of(new TicketAssigned(life.id, from, life.assignment, life.status));
    }

    private List<TicketEvent> unassigned(Life life) {
        if (!life.isOpen() || life.assignment.equals(Assignment.NOBODY)) {
            return List.of();
        }
        Assignment from = life.assignment;
        life.assignment = Assignment.NOBODY;
        life.status = life.status == Status.IN_PROGRESS ? Status.OPEN : life.status;
        return List.of(new TicketUnassigned(life.id, from, life.status));
    }

    private List<TicketEvent> workStarted(Life life) {
        if (!life.isOpen()) {
            return List.of();
        }
        Someone agent = any(agents);
        Assignment before = life.assignment;
        Status from = life.status;
        life.assignment = new Assignment(before.team(), agent.person());
        life.status = Status.IN_PROGRESS;
        return List.of(new WorkStarted(life.id, from, before, agent.person()));
    }

    private List<TicketEvent> replied(Life life, boolean byAgent) {
        if (life.status == Status.CLOSED || life.status == Status.MERGED) {
            return List.of();
        }
        boolean first = byAgent && !life.answered;
        life.answered |= byAgent;
        life.status = byAgent && life.status == Status.NEW ? Status.OPEN : life.status;
        MessageId message = message(life);
        return List.of(
                new ReplyAdded(
                        life.id,
                        message,
                        byAgent ? any(agents).person() : requester.person(),
                        byAgent,
                        first,
                        Channel.API,
                        "Reply " + random.nextInt(1_000),
                        life.status));
    }

    private List<TicketEvent> noted(Life life) {
        return List.of(
                new NoteAdded(
                        life.id,
                        message(life),
                        any(agents).person(),
                        "Note " + random.nextInt(1_000)));
    }

    private MessageId message(Life life) {
        MessageId message = new MessageId(randomId());
        life.messages.add(message);
        return message;
    }

    private List<TicketEvent> redacted(Life life) {
        return life.messages.isEmpty()
                ? List.of()
                : List.of(new MessageRedacted(life.id, any(life.messages), "A password"));
    }

    private List<TicketEvent> putOnHold(Life life) {
        if (!life.isOpen() || life.status == Status.PENDING) {
            return List.of();
        }
        Status from = life.status;
        life.status = Status.PENDING;
        Instant until = random.nextBoolean() ? now.plusSeconds(86_400) : null;
        return List.of(new TicketPutOnHold(life.id, from, "The supplier", until));
    }

    private List<TicketEvent> resumed(Life life) {
        if (life.status != Status.PENDING) {
            return List.of();
        }
        life.status = Status.OPEN;
        return List.of(new TicketResumed(life.id, Status.OPEN));
    }

    private List<TicketEvent> resolved(Life life) {
        if (!life.isOpen()) {
            return List.of();
        }
        Status from = life.status;
        life.status = Status.RESOLVED;
        return List.of(new TicketResolved(life.id, from, "Solution " + random.nextInt(100)));
    }

    private List<TicketEvent> closed(Life life) {
        if (life.status == Status.CLOSED || life.status == Status.MERGED) {
            return List.of();
        }
        Status from = life.status;
        life.status = Status.CLOSED;
        return List.of(new TicketClosed(life.id, from, null));
    }

    private List<TicketEvent> reopened(Life life) {
        if (life.status != Status.CLOSED && life.status != Status.RESOLVED) {
            return List.of();
        }
        Status from = life.status;
        life.status = Status.OPEN;
        return List.of(new TicketReopened(life.id, from, null));
    }

    private List<TicketEvent> merged(Life life) {
        if (!life.isOpen()) {
            return List.of();
        }
        Status from = life.status;
        life.status = Status.MERGED;
        return List.of(new TicketMerged(life.id, from, new TicketId(randomId())));
    }

    private List<TicketEvent> unmerged(Life life) {
        if (life.status != Status.MERGED) {
            return List.of();
        }
        life.status = Status.OPEN;
        return List.of(new TicketUnmerged(life.id, new TicketId(randomId()), Status.OPEN));
    }

    private List<TicketEvent> linked(Life life) {
        LinkKind kind = any(List.of(LinkKind.values()));
        TicketId other = new TicketId(randomId());
        TicketLinked linked = new TicketLinked(life.id, kind, other);
        return random.nextBoolean()
                ? List.of(linked)
                : List.of(linked, new TicketUnlinked(life.id, kind, other));
    }

    private List<TicketEvent> filesCame(Life life) {
        List<AttachedFile> came = new ArrayList<>();
        for (int count = random.nextInt(3); count >= 0; count--) {
            came.add(Tickets.fileWithoutBytes("File " + random.nextInt(100)));
        }
        came.forEach(file -> life.files.add(file.attachment()));
        if (random.nextBoolean()) {
            return List.of(new AttachmentsAdded(life.id, null, came));
        }
        MessageId message = message(life);
        return List.of(
                new NoteAdded(life.id, message, any(agents).person(), "With files"),
                new AttachmentsAdded(life.id, message, came));
    }

    private List<TicketEvent> fileRemoved(Life life) {
        return life.files.isEmpty()
                ? List.of()
                : List.of(new AttachmentRemoved(life.id, any(life.files), "A password"));
    }

    private List<TicketEvent> watched(Life life) {
        Someone watcher = any(agents);
        WatcherAdded added = new WatcherAdded(life.id, watcher.person());
        return random.nextBoolean()
                ? List.of(added)
                : List.of(added, new WatcherRemoved(life.id, watcher.person()));
    }

    /** Not from the seed: histories share a log. */
    private static UUID randomId() {
        return UUID.randomUUID();
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
