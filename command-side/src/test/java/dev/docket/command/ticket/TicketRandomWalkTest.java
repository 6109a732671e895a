package dev.docket.command.ticket;

import static dev.docket.command.Specification.facts;
import static dev.docket.command.ticket.TicketExamples.AN_AGENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.command.decision.Actor;
import dev.docket.command.decision.Decision;
import dev.docket.command.ticket.TicketModel.Verdict;
import dev.docket.event.Ids;
import dev.docket.event.people.PersonId;
import dev.docket.event.ticket.TicketEvent;
import dev.docket.event.ticket.TicketId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Some tickets are wished at random things, and after each wish the rules, the events and a model
 * that knows neither agree. The seed is the name of the test: it repeats the walk.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TicketRandomWalkTest {

    private static final PersonId A_STRANGER = new PersonId(Ids.named("stranger"));
    private static final int STEPS = 600;
    private static final int MOST_TICKETS = 6;

    /** A ticket as its events tell it, and as it is expected. */
    private static final class Walker {
        private final List<TicketEvent> events = new ArrayList<>();
        private final TicketModel model;
        private Ticket ticket;

        Walker(TicketEvent opening) {
            events.add(opening);
            ticket = Ticket.evolve(null, opening, facts(AN_AGENT, null, null), 0);
            model = new TicketModel(ticket);
        }

        void happened(List<TicketEvent> more) {
            for (TicketEvent event : more) {
                ticket = Ticket.evolve(ticket, event, facts(AN_AGENT, null, null), events.size());
                events.add(event);
            }
        }

        void mustAgree() {
            model.mustEqual(ticket);
            assertThat(ticket.version()).isEqualTo(events.size() - 1);
            assertThat(TicketExamples.after(events.toArray(TicketEvent[]::new))).isEqualTo(ticket);
        }
    }

    static LongStream seeds() {
        return LongStream.concat(
                LongStream.rangeClosed(1, 20), LongStream.of(new Random().nextLong()));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void rules_events_and_expectations_agree(long seed) {
        RandomGenerator random = new Random(seed);
        RandomWishes wishes = new RandomWishes(random);
        Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
        Map<TicketId, Walker> tickets = new LinkedHashMap<>();
        for (String name : List.of("one", "two")) {
            TicketId id = new TicketId(Ids.named(name));
            tickets.put(id, new Walker(TicketExamples.opened(id)));
        }
        for (int step = 0; step < STEPS; step++) {
            Verdict verdict = step(wishes, tickets);
            verdicts.merge(verdict, 1, Integer::sum);
            tickets.values().forEach(Walker::mustAgree);
        }
        assertThat(verdicts).as("every verdict occurs").containsOnlyKeys(Verdict.values());
        tickets.values().forEach(TicketRandomWalkTest::mustBeReplayedByAxon);
    }

    private static Verdict step(RandomWishes wishes, Map<TicketId, Walker> tickets) {
        Actor actor = wishes.actor();
        Walker walker = wishes.oneOf(List.copyOf(tickets.values()));
        if (wishes.rarely()) {
            return split(wishes, tickets, actor, walker);
        }
        if (wishes.often()) {
            Walker other = other(wishes, tickets, walker);
            return pair(wishes.toTwo(walker.ticket.id(), other.ticket.id()), actor, walker, other);
        }
        TicketCommand wish = wishes.toOne(walker.ticket);
        Decision<TicketEvent> decision = wish.decide(walker.ticket, actor);
        Verdict expected = walker.model.apply(actor, wish);
        assertThat(verdict(decision)).as("%s by %s", wish, actor).isEqualTo(expected);
        walker.happened(events(decision));
        return expected;
    }

    /** Mostly the ticket that this one goes on in, or else few merges would ever be undone. */
    private static Walker other(RandomWishes wishes, Map<TicketId, Walker> tickets, Walker walker) {
        Ticket.Merged merged = walker.ticket.merged();
        Walker into = merged == null || wishes.rarely() ? null : tickets.get(merged.into());
        return into == null ? wishes.oneOf(List.copyOf(tickets.values())) : into;
    }

    private static Verdict pair(PairCommand wish, Actor actor, Walker walker, Walker other) {
        Decision<TicketEvent> decision = wish.decide(walker.ticket, other.ticket, actor);
        Verdict expected = walker.model.apply(actor, wish, other.model);
        assertThat(verdict(decision)).as("%s by %s", wish, actor).isEqualTo(expected);
        walker.happened(events(decision));
        if (expected == Verdict.CHANGED) {
            other.happened(List.of(wish.counterpart()));
        }
        return expected;
    }

    private static Verdict split(
            RandomWishes wishes, Map<TicketId, Walker> tickets, Actor actor, Walker walker) {
        Ticket before = walker.ticket;
        SplitTicket wish = wishes.split(before, 2_000 + tickets.size());
        Decision<TicketEvent> decision = wish.decide(before, actor);
        Verdict expected = walker.model.apply(actor, wish);
        assertThat(verdict(decision)).as("%s by %s", wish, actor).isEqualTo(expected);
        walker.happened(events(decision));
        if (expected == Verdict.CHANGED && tickets.size() < MOST_TICKETS) {
            tickets.put(wish.into(), new Walker(wish.opening(before)));
        }
        return expected;
    }

    private static Verdict verdict(Decision<TicketEvent> decision) {
        return switch (decision) {
            case Decision.Refused<TicketEvent> _ -> Verdict.REFUSED;
            case Decision.Nothing<TicketEvent> _ -> Verdict.NOTHING;
            case Decision.Happened<TicketEvent> _ -> Verdict.CHANGED;
        };
    }

    /** What is recorded: nothing of a refusal. */
    private static List<TicketEvent> events(Decision<TicketEvent> decision) {
        return decision instanceof Decision.Happened<TicketEvent> happened
                ? happened.events()
                : List.of();
    }

    private static void mustBeReplayedByAxon(Walker walker) {
        TicketSpecification.given(walker.events.toArray(TicketEvent[]::new))
                .when(AN_AGENT, new UnwatchTicket(walker.ticket.id(), A_STRANGER))
                .result()
                .expectNoEvents()
                .expectState(replayed ->
                        assertThat(replayed)
                                .isInstanceOfSatisfying(
                                        TicketAggregate.class,
                                        it -> assertThat(it.state()).isEqualTo(walker.ticket)));
    }
}
