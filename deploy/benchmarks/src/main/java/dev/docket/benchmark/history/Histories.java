package dev.docket.benchmark.history;

import dev.docket.event.Ids;
import dev.docket.event.people.PersonId;
import dev.docket.event.people.TeamId;
import dev.docket.event.ticket.Assignment;
import dev.docket.event.ticket.Channel;
import dev.docket.event.ticket.Classification;
import dev.docket.event.ticket.MessageId;
import dev.docket.event.ticket.Priority;
import dev.docket.event.ticket.Status;
import dev.docket.event.ticket.TicketEvent;
import dev.docket.event.ticket.TicketEvent.NoteAdded;
import dev.docket.event.ticket.TicketEvent.PriorityChanged;
import dev.docket.event.ticket.TicketEvent.ReplyAdded;
import dev.docket.event.ticket.TicketEvent.TicketAssigned;
import dev.docket.event.ticket.TicketEvent.TicketOpened;
import dev.docket.event.ticket.TicketEvent.TicketResolved;
import dev.docket.event.ticket.TicketId;
import dev.docket.event.ticket.TicketNumber;
import dev.docket.event.ticket.TicketType;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.UUID;

/** What happens to one ticket after another, the same for the same seed. */
public final class Histories {

    private static final List<Priority> PRIORITIES = List.of(Priority.values());
    private static final int AGENTS = 200;
    private static final int TEAMS = 20;
    private static final int REQUESTERS = 20_000;

    private final SplittableRandom random;
    private final int followUps;
    private long number = 1_000;

    /**
     * @param followUps events of a ticket after its opening, at most
     */
    public Histories(long seed, int followUps) {
        this.random = new SplittableRandom(seed);
        this.followUps = followUps;
    }

    /** The whole history of the next ticket, in order. */
    public List<TicketEvent> next() {
        TicketId ticket = new TicketId(id());
        List<TicketEvent> events = new ArrayList<>();
        TicketOpened opened = opened(ticket);
        events.add(opened);
        Priority priority = opened.priority();
        Assignment assignment = Assignment.NOBODY;
        Status status = Status.NEW;
        boolean answered = false;
        int rest = followUps == 0 ? 0 : random.nextInt(followUps + 1);
        for (int i = 0; i < rest && status != Status.RESOLVED; i++) {
            switch (random.nextInt(6)) {
                case 0 -> {
                    Assignment to = assignment();
                    status = Status.OPEN;
                    events.add(new TicketAssigned(ticket, assignment, to, status));
                    assignment = to;
                }
                case 1, 2 -> {
                    status = Status.OPEN;
                    events.add(
                            new ReplyAdded(
                                    ticket,
                                    new MessageId(id()),
                                    agent(),
                                    true,
                                    !answered,
                                    Channel.API,
                                    Words.some(25, random),
                                    status));
                    answered = true;
                }
                case 3 ->
                        events.add(
                                new NoteAdded(
                                        ticket,
                                        new MessageId(id()),
                                        agent(),
                                        Words.some(12, random)));
                case 4 -> {
                    Priority to = priority();
                    events.add(new PriorityChanged(ticket, priority, to));
                    priority = to;
                }
                default -> {
                    events.add(new TicketResolved(ticket, status, Words.some(10, random)));
                    status = Status.RESOLVED;
                }
            }
        }
        return events;
    }

    private TicketOpened opened(TicketId ticket) {
        return new TicketOpened(
                ticket,
                new TicketNumber(++number),
                person("requester", REQUESTERS),
                Channel.API,
                Words.some(6, random),
                Words.some(40, random),
                priority(),
                new Classification(
                        TicketType.INCIDENT,
                        Words.one(random) + "/" + Words.one(random),
                        new TreeSet<>(List.of(Words.one(random), Words.one(random)))),
                Assignment.NOBODY,
                null);
    }

    private Priority priority() {
        return PRIORITIES.get(random.nextInt(PRIORITIES.size()));
    }

    private Assignment assignment() {
        return new Assignment(new TeamId(named("team", TEAMS)), agent());
    }

    private PersonId agent() {
        return person("agent", AGENTS);
    }

    private PersonId person(String kind, int count) {
        return new PersonId(named(kind, count));
    }

    private UUID named(String kind, int count) {
        return Ids.named(kind, Integer.toString(random.nextInt(count)));
    }

    private UUID id() {
        return new UUID(
                (random.nextLong() & ~0xF000L) | 0x7000L,
                (random.nextLong() >>> 2) | 0x8000_0000_0000_0000L);
    }
}
