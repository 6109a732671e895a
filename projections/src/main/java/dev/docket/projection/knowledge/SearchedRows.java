package dev.docket.projection.knowledge;

import dev.docket.event.Recorded;
import dev.docket.event.knowledge.SearchesEvent;
import dev.docket.event.knowledge.SearchesEvent.Among;
import dev.docket.event.knowledge.SearchesEvent.Searched;
import dev.docket.event.knowledge.SearchesEvent.SearchesCounted;
import dev.docket.projection.running.Columns;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was searched within a batch, added up by day before it is written. */
final class SearchedRows {

    private record Key(UUID tenant, LocalDate day, Among among, String words) {}

    private record Sum(long searches, long unanswered, long opened) {

        Sum plus(Sum other) {
            return new Sum(
                    searches + other.searches,
                    unanswered + other.unanswered,
                    opened + other.opened);
        }
    }

    private final Map<Key, Sum> sums = new LinkedHashMap<>();

    void add(SearchesEvent event, Recorded recorded) {
        switch (event) {
            case SearchesCounted e -> {
                UUID tenant = recorded.facts().tenant().value();
                LocalDate day = LocalDate.ofInstant(e.minute(), ZoneOffset.UTC);
                for (Searched s : e.searched()) {
                    sums.merge(
                            new Key(tenant, day, s.among(), s.words()),
                            new Sum(s.searches(), s.unanswered(), s.opened()),
                            Sum::plus);
                }
            }
        }
    }

    void write(JdbcClient jdbc) {
        if (sums.isEmpty()) {
            return;
        }
        var entries = sums.entrySet();
        jdbc.sql(
                        """
                        INSERT INTO searched AS s (tenant, day, among, words, searches, unanswered,
                                                   opened)
                        SELECT n.tenant, n.day, n.among, n.words, n.searches, n.unanswered, n.opened
                        FROM unnest(?, ?, ?, ?, ?, ?, ?)
                            AS n (tenant, day, among, words, searches, unanswered, opened)
                        ON CONFLICT (tenant, day, among, words) DO UPDATE SET
                            searches = s.searches + excluded.searches,
                            unanswered = s.unanswered + excluded.unanswered,
                            opened = s.opened + excluded.opened
                        """)
                .params(
                        Columns.of("uuid", entries, entry -> entry.getKey().tenant()),
                        Columns.of("date", entries, entry -> entry.getKey().day()),
                        Columns.of("text", entries, entry -> entry.getKey().among().name()),
                        Columns.of("text", entries, entry -> entry.getKey().words()),
                        Columns.of("bigint", entries, entry -> entry.getValue().searches()),
                        Columns.of("bigint", entries, entry -> entry.getValue().unanswered()),
                        Columns.of("bigint", entries, entry -> entry.getValue().opened()))
                .update();
    }
}
