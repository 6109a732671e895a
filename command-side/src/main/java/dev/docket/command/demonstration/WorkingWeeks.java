package dev.docket.command.demonstration;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.random.RandomGenerator;

/** When people work: most on Mondays and in the late morning, hardly anybody at night. */
final class WorkingWeeks {

    private static final LocalTime BEGIN = LocalTime.of(8, 0);
    private static final LocalTime END = LocalTime.of(18, 0);

    /** How many of a hundred requests of a week come on a day, from Monday on. */
    private static final List<Integer> DAYS = List.of(25, 21, 19, 17, 14, 2, 2);

    /** The same of a day, from 7 to 20 o'clock. */
    private static final List<Integer> HOURS =
            List.of(3, 10, 15, 14, 10, 5, 9, 12, 9, 6, 3, 2, 1, 1);

    private static final int FIRST_HOUR = 7;

    private final Instant now;
    private final ZoneId zone;
    private final int weeks;

    /**
     * @param weeks with the one that is not over
     */
    WorkingWeeks(Instant now, ZoneId zone, int weeks) {
        this.now = now;
        this.zone = zone;
        this.weeks = weeks;
    }

    /** The Monday with which it begins. */
    Instant begin() {
        return monday(weeks - 1).atStartOfDay(zone).toInstant();
    }

    private LocalDate monday(int weeksAgo) {
        return LocalDate.ofInstant(now, zone)
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .minusWeeks(weeksAgo);
    }

    /** When somebody asks for something. */
    Instant anArrival(RandomGenerator random) {
        while (true) {
            ZonedDateTime arrival =
                    monday(random.nextInt(weeks))
                            .plusDays(drawn(DAYS, random))
                            .atTime(FIRST_HOUR + drawn(HOURS, random), random.nextInt(60))
                            .plusSeconds(random.nextInt(60))
                            .atZone(zone);
            if (arrival.toInstant().isBefore(now)) {
                return arrival.toInstant();
            }
        }
    }

    /** Some working time later; what would be at night or at a weekend is done the next morning. */
    Instant later(Instant moment, Duration work, RandomGenerator random) {
        ZonedDateTime time = moment.plus(work).atZone(zone);
        if (isWorkingTime(time)) {
            return time.toInstant();
        }
        ZonedDateTime next =
                time.toLocalTime().isBefore(BEGIN)
                        ? time.with(BEGIN)
                        : time.plusDays(1).with(BEGIN);
        while (isWeekend(next)) {
            next = next.plusDays(1);
        }
        return next.plusMinutes(random.nextInt(90)).toInstant();
    }

    private static boolean isWorkingTime(ZonedDateTime time) {
        LocalTime clock = time.toLocalTime();
        return !isWeekend(time) && !clock.isBefore(BEGIN) && clock.isBefore(END);
    }

    private static boolean isWeekend(ZonedDateTime time) {
        return time.getDayOfWeek().getValue() >= DayOfWeek.SATURDAY.getValue();
    }

    /** A place, as likely as its share says. */
    private static int drawn(List<Integer> shares, RandomGenerator random) {
        int all = shares.stream().mapToInt(Integer::intValue).sum();
        int left = random.nextInt(all);
        int place = 0;
        while (left >= shares.get(place)) {
            left -= shares.get(place++);
        }
        return place;
    }
}
