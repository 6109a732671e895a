package dev.docket.query.search;

import dev.docket.query.search.language.Comparison;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The time that a value of the query language names; days, months and years are of UTC.
 *
 * @param from when it begins
 * @param to when it is over; a time like {@code 2026-01-01T08:00:00Z} lasts a millisecond
 * @param isAgo whether it was said how long ago it began, as in {@code 7d}: what is before or after
 *     that is before or after its beginning
 */
record Period(Instant from, Instant to, boolean isAgo) {

    /** Null where there is no bound; the upper one is exclusive. */
    record Bounds(@Nullable Instant from, @Nullable Instant to) {}

    Bounds bounds(Comparison comparison) {
        return switch (comparison) {
            case IS -> new Bounds(from, to);
            case BEFORE -> new Bounds(null, from);
            case UNTIL -> new Bounds(null, isAgo ? from : to);
            case AFTER -> new Bounds(isAgo ? from : to, null);
            case SINCE -> new Bounds(from, null);
        };
    }

    /** What is offered to somebody who types a time. */
    static final List<String> OFFERED = List.of("today", "yesterday", "7d", "30d", "1y");

    static final String FORMS = "2026-01-31, 2026-01, 2026-01-31T08:00:00Z, 7d or today";

    /** The last day whose end has a year of four digits, as Elasticsearch reads them. */
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    private static final Pattern AGO = Pattern.compile("([1-9][0-9]{0,3})(h|d|w|mo|y)");

    /** With these, everything behind this can count. */
    private static final Pattern YEAR = Pattern.compile("[1-9][0-9]{3}");

    private static final Pattern MONTH = Pattern.compile("[1-9][0-9]{3}-[0-9]{2}");
    private static final Pattern DAY = Pattern.compile("[1-9][0-9]{3}-[0-9]{2}-[0-9]{2}");
    private static final Pattern TIME = Pattern.compile("[1-9][0-9]{3}-[0-9]{2}-[0-9]{2}T.{5,40}");

    /** Empty if the value names none. */
    static Optional<Period> of(String value, Clock clock) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        String lower = value.toLowerCase(Locale.ROOT);
        Matcher ago = AGO.matcher(lower);
        try {
            if (lower.equals("today")) {
                return Optional.of(days(today, today.plusDays(1)));
            } else if (lower.equals("yesterday")) {
                return Optional.of(days(today.minusDays(1), today));
            } else if (ago.matches()) {
                return Optional.of(new Period(before(now, ago), now, true));
            } else if (YEAR.matcher(value).matches()) {
                Year year = Year.parse(value);
                return Optional.of(days(year.atDay(1), year.plusYears(1).atDay(1)));
            } else if (MONTH.matcher(value).matches()) {
                YearMonth month = YearMonth.parse(value);
                return Optional.of(days(month.atDay(1), month.plusMonths(1).atDay(1)));
            } else if (DAY.matcher(value).matches()) {
                LocalDate day = LocalDate.parse(value);
                return Optional.of(days(day, day.plusDays(1)));
            } else if (TIME.matcher(value).matches()) {
                Instant time = OffsetDateTime.parse(value).toInstant();
                return Optional.of(new Period(time, time.plusMillis(1), false))
                        .filter(period -> period.to().isBefore(start(LAST)));
            }
        } catch (DateTimeException notInTheCalendar) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    private static Period days(LocalDate first, LocalDate next) {
        return new Period(start(first), start(next.isAfter(LAST) ? LAST : next), false);
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static Instant before(Instant now, Matcher ago) {
        OffsetDateTime time = now.atOffset(ZoneOffset.UTC);
        int count = Integer.parseInt(ago.group(1));
        OffsetDateTime before =
                switch (ago.group(2)) {
                    case "h" -> time.minusHours(count);
                    case "d" -> time.minusDays(count);
                    case "w" -> time.minusWeeks(count);
                    case "mo" -> time.minusMonths(count);
                    default -> time.minusYears(Math.min(count, time.getYear() - 1));
                };
        return before.toInstant();
    }
}
