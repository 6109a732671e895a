package dev.docket.command.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.command.demonstration.Company.Story;
import dev.docket.command.demonstration.PastTicket.Step;
import dev.docket.command.ticket.ReopenTicket;
import dev.docket.event.Ids;
import dev.docket.event.people.PersonId;
import dev.docket.event.ticket.TicketId;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is invented could have been. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PastTicketTest {

    private static final Instant NOW = Instant.parse("2026-03-11T10:30:00Z");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final WorkingWeeks WEEKS = new WorkingWeeks(NOW, BERLIN, 6);
    private static final PersonId REQUESTER = new PersonId(Ids.named("requester"));
    private static final PersonId AGENT = new PersonId(Ids.named("agent"));
    private static final List<Story> STORIES = Company.read().stories();

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void steps_follow_each_other_in_working_time_and_none_is_to_come(long seed) {
        PastTicket past = drawn(seed);

        assertThat(past.opened()).isBetween(WEEKS.begin(), NOW);
        assertThat(past.steps())
                .extracting(Step::at)
                .isSortedAccordingTo(Comparator.naturalOrder())
                .allSatisfy(at -> assertThat(at).isBetween(past.opened(), NOW))
                .allSatisfy(at -> assertThat(isAtWork(at.atZone(BERLIN))).isTrue());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void the_same_seed_tells_the_same(long seed) {
        assertThat(drawn(seed)).isEqualTo(drawn(seed));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void only_who_asked_finds_that_it_has_come_back(long seed) {
        assertThat(drawn(seed).steps())
                .filteredOn(step -> step.command() instanceof ReopenTicket)
                .allSatisfy(step -> assertThat(step.actor()).isEqualTo(REQUESTER));
    }

    private static PastTicket drawn(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return PastTicket.of(
                new TicketId(Ids.named("ticket", "" + seed)),
                STORIES.get(random.nextInt(STORIES.size())),
                REQUESTER,
                AGENT,
                WEEKS.anArrival(random),
                NOW,
                WEEKS,
                random);
    }

    private static boolean isAtWork(ZonedDateTime time) {
        return time.getDayOfWeek().getValue() < DayOfWeek.SATURDAY.getValue()
                && time.getHour() >= 8
                && time.getHour() < 18;
    }
}
