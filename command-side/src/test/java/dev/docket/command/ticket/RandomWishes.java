package dev.docket.command.ticket;

import static dev.docket.command.ticket.TicketExamples.ANN;
import static dev.docket.command.ticket.TicketExamples.BOB;
import static dev.docket.command.ticket.TicketExamples.RITA;

import dev.docket.command.decision.Actor;
import dev.docket.event.Ids;
import dev.docket.event.people.PersonId;
import dev.docket.event.people.TeamId;
import dev.docket.event.ticket.Assignment;
import dev.docket.event.ticket.Channel;
import dev.docket.event.ticket.Classification;
import dev.docket.event.ticket.LinkKind;
import dev.docket.event.ticket.MessageId;
import dev.docket.event.ticket.Priority;
import dev.docket.event.ticket.TicketId;
import dev.docket.event.ticket.TicketNumber;
import dev.docket.event.ticket.TicketType;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Wishes that a seed determines: sensible ones, useless ones and impossible ones. */
final class RandomWishes {

    private static final List<Actor> ACTORS =
            List.of(
                    TicketExamples.AN_AGENT,
                    TicketExamples.AN_AGENT,
                    TicketExamples.ANOTHER_AGENT,
                    TicketExamples.THE_REQUESTER,
                    TicketExamples.THE_REQUESTER,
                    TicketExamples.ANOTHER_REQUESTER,
                    TicketExamples.AN_AGENT_ELSEWHERE);
    private static final List<PersonId> PEOPLE = List.of(ANN, BOB, RITA);
    private static final List<TeamId> TEAMS =
            List.of(new TeamId(Ids.named("network")), new TeamId(Ids.named("desk")));
    private static final List<String> TEXTS =
            List.of("No sound", "No picture", " No sound ", "Waiting", "x".repeat(300), " ", "");

    private final RandomGenerator random;

    RandomWishes(RandomGenerator random) {
        this.random = random;
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private <T> @Nullable T perhaps(List<T> choices) {
        return random.nextInt(3) == 0 ? null : oneOf(choices);
    }

    boolean rarely() {
        return random.nextInt(12) == 0;
    }

    boolean often() {
        return random.nextInt(4) == 0;
    }

    Actor actor() {
        return oneOf(ACTORS);
    }

    private MessageId newMessage() {
        return new MessageId(new UUID(random.nextLong(), random.nextLong()));
    }

    private MessageId message(Ticket ticket) {
        return ticket.messages().isEmpty() || rarely()
                ? newMessage()
                : oneOf(List.copyOf(ticket.messages()));
    }

    private Classification classification() {
        TreeSet<String> tags = new TreeSet<>();
        tags.add(oneOf(List.of("audio", "room-3", "vip", " ")));
        return new Classification(
                oneOf(List.of(TicketType.values())), perhaps(List.of("hardware/audio")), tags);
    }

    TicketCommand toOne(Ticket ticket) {
        if (rarely()) {
            return new ImportStep(ticket.id(), step(ticket), newMessage(), oneOf(TEXTS));
        }
        return step(ticket);
    }

    private TicketCommand step(Ticket ticket) {
        TicketId id = ticket.id();
        return switch (random.nextInt(16)) {
            case 0 -> new EditTicket(id, perhaps(TEXTS), perhaps(TEXTS));
            case 1 -> new ClassifyTicket(id, classification());
            case 2 -> new ChangePriority(id, oneOf(List.of(Priority.values())));
            case 3 -> new AssignTicket(id, new Assignment(perhaps(TEAMS), perhaps(PEOPLE)));
            case 4 -> new UnassignTicket(id);
            case 5 -> new StartWork(id);
            case 6 -> new Reply(id, newMessage(), Channel.API, oneOf(TEXTS));
            case 7 -> new AddNote(id, newMessage(), oneOf(TEXTS));
            case 8 -> new RedactMessage(id, message(ticket), oneOf(TEXTS));
            case 9 -> new PutOnHold(id, oneOf(TEXTS), perhaps(List.of(Instant.EPOCH)));
            case 10 -> new ResumeTicket(id);
            case 11 -> new ResolveTicket(id, oneOf(TEXTS));
            case 12 -> new CloseTicket(id, perhaps(TEXTS));
            case 13 -> new ReopenTicket(id, perhaps(TEXTS));
            case 14 -> new WatchTicket(id, oneOf(PEOPLE));
            default -> new UnwatchTicket(id, oneOf(PEOPLE));
        };
    }

    PairCommand toTwo(TicketId id, TicketId other) {
        LinkKind kind = oneOf(List.of(LinkKind.CAUSES, LinkKind.CAUSED_BY, LinkKind.RELATES_TO));
        return switch (random.nextInt(4)) {
            case 0 -> new MergeTickets(id, other);
            case 1 -> new UnmergeTickets(id, other);
            case 2 -> new LinkTickets(id, kind, other);
            default -> new UnlinkTickets(id, kind, other);
        };
    }

    SplitTicket split(Ticket ticket, int number) {
        TicketId into = new TicketId(new UUID(random.nextLong(), random.nextLong()));
        return new SplitTicket(
                ticket.id(),
                into,
                new TicketNumber(number),
                oneOf(TEXTS),
                "",
                List.of(message(ticket)));
    }
}
