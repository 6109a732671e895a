package dev.docket.query.knowledge;

import dev.docket.event.knowledge.KnowledgeBaseEvent;
import dev.docket.event.knowledge.SearchesEvent.Among;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads an organisation's settings, and what its people looked for. */
final class KnowledgeBaseQueries {

    private final JdbcClient jdbc;

    KnowledgeBaseQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param reviewDemanded whether only an approved revision may be published
     * @param stalenessMonths after so many without a confirmation an article is stale
     */
    record Settings(boolean reviewDemanded, int stalenessMonths) {}

    Settings settings(UUID tenant) {
        return jdbc.sql(
                        """
                        SELECT s.demands_review AS review_demanded,
                               coalesce(s.stale_months, ?) AS staleness_months
                        FROM knowledge.settings s WHERE s.tenant = ?
                        """)
                .params(KnowledgeBaseEvent.USUAL_STALENESS_MONTHS, tenant)
                .query(Settings.class)
                .optional()
                .orElse(new Settings(false, KnowledgeBaseEvent.USUAL_STALENESS_MONTHS));
    }

    /** What was looked for on a day (UTC). */
    record Day(LocalDate day, long searches, long unanswered, long opened) {}

    /** What was looked for by some words. */
    record Words(String words, long searches, long unanswered, long opened) {}

    /** Which days, the last one included, and among what. */
    record Period(UUID tenant, Among among, LocalDate from, LocalDate to) {}

    List<Day> byDay(Period period) {
        return jdbc.sql(
                        """
                        SELECT s.day, sum(s.searches)::bigint AS searches,
                               sum(s.unanswered)::bigint AS unanswered,
                               sum(s.opened)::bigint AS opened
                        FROM knowledge.searched s
                        WHERE s.tenant = ? AND s.day BETWEEN ? AND ? AND s.among = ?
                        GROUP BY s.day ORDER BY s.day
                        """)
                .params(period.tenant(), period.from(), period.to(), period.among().name())
                .query(Day.class)
                .list();
    }

    /** Those that were looked for most, or found nothing most. */
    List<Words> top(Period period, boolean unanswered, int limit) {
        String condition = unanswered ? "HAVING sum(s.unanswered) > 0" : "";
        String order = unanswered ? "sum(s.unanswered)" : "sum(s.searches)";
        return jdbc.sql(
                        """
                        SELECT s.words, sum(s.searches)::bigint AS searches,
                               sum(s.unanswered)::bigint AS unanswered,
                               sum(s.opened)::bigint AS opened
                        FROM knowledge.searched s
                        WHERE s.tenant = ? AND s.day BETWEEN ? AND ? AND s.among = ?
                        GROUP BY s.words %s ORDER BY %s DESC, s.words LIMIT ?
                        """
                                .formatted(condition, order))
                .params(period.tenant(), period.from(), period.to(), period.among().name(), limit)
                .query(Words.class)
                .list();
    }
}
