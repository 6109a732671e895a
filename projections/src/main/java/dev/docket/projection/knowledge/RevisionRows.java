package dev.docket.projection.knowledge;

import dev.docket.event.Recorded;
import dev.docket.event.knowledge.ArticleContent;
import dev.docket.event.knowledge.ArticleEvent;
import dev.docket.event.knowledge.ArticleEvent.ArticleDrafted;
import dev.docket.event.knowledge.ArticleEvent.ArticleEdited;
import dev.docket.event.knowledge.ArticleEvent.ArticlePublished;
import dev.docket.event.knowledge.ArticleEvent.FilesAttached;
import dev.docket.event.knowledge.ArticleEvent.RevisionRestored;
import dev.docket.event.knowledge.CategoryId;
import dev.docket.projection.running.Columns;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The revisions' share of a batch: what was written, and what was published of it. */
final class RevisionRows {

    private record Written(
            Recorded recorded,
            UUID article,
            int revision,
            ArticleContent content,
            UUID author,
            @Nullable String reason,
            @Nullable Integer restored) {}

    private record Published(UUID article, int revision, Instant at) {}

    private final List<Written> written = new ArrayList<>();
    private final List<Published> published = new ArrayList<>();

    void add(ArticleEvent event, Recorded recorded) {
        UUID article = event.article().value();
        UUID actor = recorded.facts().actor().value();
        if (event instanceof ArticleDrafted e) {
            UUID author = e.author().value();
            written.add(new Written(recorded, article, 1, e.content(), author, null, null));
        } else if (event instanceof ArticleEdited e) {
            written.add(
                    new Written(
                            recorded, article, e.revision(), e.content(), actor, e.reason(), null));
        } else if (event instanceof RevisionRestored e) {
            written.add(
                    new Written(
                            recorded,
                            article,
                            e.revision(),
                            e.content(),
                            actor,
                            e.reason(),
                            e.restored()));
        } else if (event instanceof FilesAttached e) {
            written.add(
                    new Written(
                            recorded, article, e.revision(), e.content(), actor, e.reason(), null));
        } else if (event instanceof ArticlePublished e) {
            published.add(new Published(article, e.revision(), recorded.occurredAt()));
        }
    }

    void write(JdbcClient jdbc) {
        if (!written.isEmpty()) {
            insert(jdbc);
        }
        if (!published.isEmpty()) {
            publish(jdbc);
        }
    }

    private void insert(JdbcClient jdbc) {
        jdbc.sql(
                        """
                        INSERT INTO revision (
                            tenant, article, revision, language, title, summary, body, category,
                            tags, audience, organisations, author, reason, restored, written_at)
                        SELECT n.tenant, n.article, n.revision, n.language, n.title, n.summary,
                               n.body, n.category, string_to_array(n.tags, E'\\x1f'), n.audience,
                               string_to_array(n.organisations, E'\\x1f')::uuid[], n.author,
                               n.reason, n.restored, n.written_at
                        FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                            AS n (tenant, article, revision, language, title, summary, body,
                                  category, tags, audience, organisations, author, reason,
                                  restored, written_at)
                        """)
                .params(
                        Columns.of("uuid", written, w -> w.recorded().facts().tenant().value()),
                        Columns.of("uuid", written, Written::article),
                        Columns.of("integer", written, Written::revision),
                        content("text", content -> content.language().tag()),
                        content("text", ArticleContent::title),
                        content("text", ArticleContent::summary),
                        content("text", ArticleContent::body),
                        content("uuid", RevisionRows::category),
                        content("text", content -> Columns.joined(content.tags())),
                        content("text", content -> Visibilities.audience(content.visibility())),
                        content(
                                "text",
                                content -> Visibilities.organisations(content.visibility())),
                        Columns.of("uuid", written, Written::author),
                        Columns.of("text", written, Written::reason),
                        Columns.of("integer", written, Written::restored),
                        Columns.of("timestamptz", written, w -> w.recorded().occurredAt()))
                .update();
    }

    private Object content(String type, Function<ArticleContent, @Nullable Object> value) {
        return Columns.of(type, written, w -> value.apply(w.content()));
    }

    private static @Nullable UUID category(ArticleContent content) {
        CategoryId category = content.category();
        return category == null ? null : category.value();
    }

    private void publish(JdbcClient jdbc) {
        jdbc.sql(
                        """
                        UPDATE revision AS r SET published_at = n.published_at
                        FROM (SELECT article, revision, min(published_at) AS published_at
                              FROM unnest(?, ?, ?) AS u (article, revision, published_at)
                              GROUP BY article, revision) n
                        WHERE r.article = n.article AND r.revision = n.revision
                          AND r.published_at IS NULL
                        """)
                .params(
                        Columns.of("uuid", published, Published::article),
                        Columns.of("integer", published, Published::revision),
                        Columns.of("timestamptz", published, p -> p.at()))
                .update();
    }
}
