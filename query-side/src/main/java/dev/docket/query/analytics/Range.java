package dev.docket.query.analytics;

import dev.docket.query.paging.Parameters;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Whole intervals, one after another, from the one that a time falls in to the last one that begins
 * before another. Hours are of UTC; days and months are those of a time zone.
 *
 * @param starts when each interval begins
 * @param end when the last one ends
 */
record Range(List<Instant> starts, Instant end) {

    private static final int MOST_INTERVALS = 5_000;

    enum Interval {
        HOUR,
        DAY,
        MONTH
    }

    static Range of(Instant from, Instant to, Interval interval, ZoneId zone) {
        LocalDate day = LocalDate.ofInstant(from, zone);
        return switch (interval) {
            case HOUR -> of(from.truncatedTo(ChronoUnit.HOURS), to, Range::nextHour);
            case DAY ->
                    of(start(day, zone), to, start -> start(day(start, zone).plusDays(1), zone));
            case MONTH ->
                    of(
                            start(day.withDayOfMonth(1), zone),
                            to,
                            start -> start(day(start, zone).plusMonths(1), zone));
        };
    }

    private static Instant nextHour(Instant hour) {
        return hour.plus(1, ChronoUnit.HOURS);
    }

    private static Range of(Instant first, Instant to, UnaryOperator<Instant> next) {
        List<Instant> starts = new ArrayList<>();
        Instant start = first;
        while (start.isBefore(to)) {
            if (starts.size() == MOST_INTERVALS) {
                throw Parameters.refused(
                        "interval",
                        "The range has more than %,d intervals".formatted(MOST_INTERVALS));
            }
            starts.add(start);
            start = next.apply(start);
        }
        return new Range(List.copyOf(starts), start);
    }

    private static LocalDate day(Instant start, ZoneId zone) {
        return LocalDate.ofInstant(start, zone);
    }

    /** Where clocks are put forward at midnight, a day begins later than that. */
    private static Instant start(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }
}
