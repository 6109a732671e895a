package dev.docket.projection.knowledge;

import dev.docket.event.Recorded;
import dev.docket.event.knowledge.ArticleViewsEvent;
import dev.docket.event.knowledge.ArticleViewsEvent.ViewsCounted;
import dev.docket.event.knowledge.ArticleVoteEvent;
import dev.docket.event.knowledge.ArticleVoteEvent.VoteCast;
import dev.docket.event.knowledge.ArticleVoteEvent.VoteWithdrawn;
import dev.docket.projection.running.Columns;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The readers' share of a batch: views and votes, added up before they are written. */
final class ReceptionRows {

    private record Sum(UUID tenant, UUID article, long views, long helpful, long unhelpful) {

        Sum plus(Sum other) {
            return new Sum(
                    tenant,
                    article,
                    views + other.views,
                    helpful + other.helpful,
                    unhelpful + other.unhelpful);
        }
    }

    private record Pair(UUID article, UUID voter) {}

    /**
     * @param cast null when it was withdrawn
     */
    private record Vote(Recorded recorded, Pair pair, @Nullable VoteCast cast) {}

    private final Map<UUID, Sum> sums = new LinkedHashMap<>();
    private final Map<Pair, Vote> votes = new LinkedHashMap<>();
    private final Map<UUID, Long> voted = new HashMap<>();

    void add(ArticleViewsEvent event, Recorded recorded) {
        switch (event) {
            case ViewsCounted e -> sum(e.article().value(), recorded, e.views(), 0, 0);
        }
    }

    void add(ArticleVoteEvent event, Recorded recorded) {
        UUID article = event.article().value();
        Pair pair = new Pair(article, event.voter().value());
        switch (event) {
            case VoteCast e -> {
                count(article, recorded, e.helpful(), 1);
                Boolean before = e.before();
                if (before != null) {
                    count(article, recorded, before, -1);
                }
                votes.put(pair, new Vote(recorded, pair, e));
            }
            case VoteWithdrawn e -> {
                count(article, recorded, e.before(), -1);
                votes.put(pair, new Vote(recorded, pair, null));
            }
        }
        voted.put(article, recorded.position());
    }

    private void count(UUID article, Recorded recorded, boolean helpful, int votes) {
        sum(article, recorded, 0, helpful ? votes : 0, helpful ? 0 : votes);
    }

    private void sum(UUID article, Recorded recorded, long views, long helpful, long unhelpful) {
        UUID tenant = recorded.facts().tenant().value();
        Sum more = new Sum(tenant, article, views, helpful, unhelpful);
        sums.merge(article, more, Sum::plus);
    }

    /** The articles that were voted on, and where. */
    Map<UUID, Long> voted() {
        return voted;
    }

    void write(JdbcClient jdbc) {
        if (!sums.isEmpty()) {
            addUp(sums.values(), jdbc);
        }
        List<Vote> cast = new ArrayList<>(votes.values());
        cast.removeIf(vote -> vote.cast() == null);
        if (!cast.isEmpty()) {
            upsert(cast, jdbc);
        }
        List<Vote> withdrawn = new ArrayList<>(votes.values());
        withdrawn.removeIf(vote -> vote.cast() != null);
        if (!withdrawn.isEmpty()) {
            delete(withdrawn, jdbc);
        }
    }

    private static void addUp(Collection<Sum> sums, JdbcClient jdbc) {
        jdbc.sql(
                        """
                        INSERT INTO reception AS r (tenant, article, views, helpful, unhelpful)
                        SELECT n.tenant, n.article, n.views, n.helpful, n.unhelpful
                        FROM unnest(?, ?, ?, ?, ?)
                            AS n (tenant, article, views, helpful, unhelpful)
                        ON CONFLICT (article) DO UPDATE SET
                            views = r.views + excluded.views,
                            helpful = r.helpful + excluded.helpful,
                            unhelpful = r.unhelpful + excluded.unhelpful
                        """)
                .params(
                        Columns.of("uuid", sums, Sum::tenant),
                        Columns.of("uuid", sums, Sum::article),
                        Columns.of("bigint", sums, Sum::views),
                        Columns.of("bigint", sums, Sum::helpful),
                        Columns.of("bigint", sums, Sum::unhelpful))
                .update();
    }

    private static void upsert(List<Vote> cast, JdbcClient jdbc) {
        jdbc.sql(
                        """
                        INSERT INTO vote (article, voter, tenant, helpful, comment, voted_at,
                                          position)
                        SELECT n.article, n.voter, n.tenant, n.helpful, n.comment, n.voted_at,
                               n.position
                        FROM unnest(?, ?, ?, ?, ?, ?, ?)
                            AS n (article, voter, tenant, helpful, comment, voted_at, position)
                        ON CONFLICT (article, voter) DO UPDATE SET
                            helpful = excluded.helpful, comment = excluded.comment,
                            voted_at = excluded.voted_at, position = excluded.position
                        """)
                .params(
                        Columns.of("uuid", cast, vote -> vote.pair().article()),
                        Columns.of("uuid", cast, vote -> vote.pair().voter()),
                        Columns.of("uuid", cast, v -> v.recorded().facts().tenant().value()),
                        Columns.of("boolean", cast, v -> v.cast() != null && v.cast().helpful()),
                        Columns.of("text", cast, v -> v.cast() == null ? null : v.cast().comment()),
                        Columns.of("timestamptz", cast, v -> v.recorded().occurredAt()),
                        Columns.of("bigint", cast, vote -> vote.recorded().position()))
                .update();
    }

    private static void delete(List<Vote> withdrawn, JdbcClient jdbc) {
        jdbc.sql(
                        """
                        DELETE FROM vote USING unnest(?, ?) AS n (article, voter)
                        WHERE vote.article = n.article AND vote.voter = n.voter
                        """)
                .params(
                        Columns.of("uuid", withdrawn, vote -> vote.pair().article()),
                        Columns.of("uuid", withdrawn, vote -> vote.pair().voter()))
                .update();
    }
}
