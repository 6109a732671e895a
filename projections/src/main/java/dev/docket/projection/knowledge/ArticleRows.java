package dev.docket.projection.knowledge;

import dev.docket.event.knowledge.Language;
import dev.docket.projection.knowledge.ArticleRow.Copy;
import dev.docket.projection.knowledge.ArticleRow.Publication;
import dev.docket.projection.running.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads and writes {@code article} and {@code publication}: a batch is one statement each. */
final class ArticleRows {

    private ArticleRows() {}

    static List<ArticleRow> read(Set<UUID> ids, JdbcClient jdbc) {
        return ids.isEmpty()
                ? List.of()
                : query("a.id = ANY (?)", List.of(Columns.of("uuid", ids, id -> id)), jdbc);
    }

    /** The articles in some categories, or shown in them. */
    static List<ArticleRow> in(Set<UUID> categories, UUID tenant, JdbcClient jdbc) {
        UUID[] ids = categories.toArray(UUID[]::new);
        return query(
                """
                a.tenant = ? AND a.id IN (
                    SELECT i.id FROM article i WHERE i.tenant = ? AND i.category = ANY (?)
                    UNION SELECT i.article FROM publication i
                          WHERE i.tenant = ? AND i.category = ANY (?))
                """,
                List.of(tenant, tenant, ids, tenant, ids),
                jdbc);
    }

    private static List<ArticleRow> query(String which, List<?> parameters, JdbcClient jdbc) {
        return jdbc.sql(
                        """
                        SELECT a.tenant, a.id, a.language, a.title, a.summary, a.category, a.tags,
                               a.audience, a.organisations, a.revision, a.author,
                               a.translation_group, a.solves, a.featured, a.archived,
                               a.reviewed_revision, a.reviewer, a.review_reason,
                               a.approved_revision, a.scheduled_revision, a.scheduled_at,
                               a.drafted_at, a.updated_at, a.confirmed_at, a.version, a.position,
                               p.revision AS shown_revision, p.language AS shown_language,
                               p.title AS shown_title, p.summary AS shown_summary,
                               p.category AS shown_category, p.tags AS shown_tags,
                               p.audience AS shown_audience,
                               p.organisations AS shown_organisations,
                               p.effective_audience, p.effective_organisations,
                               p.visible_since, p.published_at
                        FROM article a LEFT JOIN publication p ON p.article = a.id
                        WHERE %s
                        """
                                .formatted(which))
                .params(parameters)
                .query((row, number) -> row(row))
                .list();
    }

    private static ArticleRow row(ResultSet row) throws SQLException {
        ArticleRow article = new ArticleRow(row.getObject("id", UUID.class));
        article.tenant = row.getObject("tenant", UUID.class);
        article.newest = copy(row, "");
        article.author = row.getObject("author", UUID.class);
        article.translationGroup = row.getObject("translation_group", UUID.class);
        article.solves = row.getObject("solves", UUID.class);
        article.featured = row.getBoolean("featured");
        article.archived = row.getBoolean("archived");
        article.reviewedRevision = row.getObject("reviewed_revision", Integer.class);
        article.reviewer = row.getObject("reviewer", UUID.class);
        article.reviewReason = row.getString("review_reason");
        article.approvedRevision = row.getObject("approved_revision", Integer.class);
        article.scheduledRevision = row.getObject("scheduled_revision", Integer.class);
        article.scheduledAt = Columns.instant(row, "scheduled_at");
        article.draftedAt = Columns.time(row, "drafted_at");
        article.updatedAt = Columns.time(row, "updated_at");
        article.confirmedAt = Columns.instant(row, "confirmed_at");
        article.version = row.getLong("version");
        article.position = row.getLong("position");
        if (row.getObject("shown_revision") != null) {
            article.publication =
                    new Publication(
                            copy(row, "shown_"),
                            Visibilities.of(row, "effective_audience", "effective_organisations"),
                            Columns.time(row, "visible_since"),
                            Columns.time(row, "published_at"));
        }
        return article;
    }

    private static Copy copy(ResultSet row, String prefix) throws SQLException {
        return new Copy(
                row.getInt(prefix + "revision"),
                new Language(row.getString(prefix + "language")),
                row.getString(prefix + "title"),
                row.getString(prefix + "summary"),
                row.getObject(prefix + "category", UUID.class),
                new TreeSet<>(Columns.texts(row, prefix + "tags")),
                Visibilities.of(row, prefix + "audience", prefix + "organisations"));
    }

    static void write(List<ArticleRow> rows, JdbcClient jdbc) {
        if (rows.isEmpty()) {
            return;
        }
        writeArticles(rows, jdbc);
        List<ArticleRow> shown = rows.stream().filter(row -> row.publication != null).toList();
        if (!shown.isEmpty()) {
            writePublications(shown, jdbc);
        }
        if (shown.size() < rows.size()) {
            jdbc.sql("DELETE FROM publication WHERE article = ANY (?)")
                    .param(
                            rows.stream()
                                    .filter(row -> row.publication == null)
                                    .map(row -> row.id)
                                    .toArray(UUID[]::new))
                    .update();
        }
    }

    private static void writeArticles(List<ArticleRow> rows, JdbcClient jdbc) {
        jdbc.sql(
                        """
                        INSERT INTO article (
                            tenant, id, language, title, summary, category, tags, audience,
                            organisations, state, revision, author, translation_group, solves,
                            featured, archived, reviewed_revision, reviewer, review_reason,
                            approved_revision, scheduled_revision, scheduled_at, drafted_at,
                            updated_at, confirmed_at, version, position)
                        SELECT n.tenant, n.id, n.language, n.title, n.summary, n.category,
                               string_to_array(n.tags, E'\\x1f'), n.audience,
                               string_to_array(n.organisations, E'\\x1f')::uuid[], n.state,
                               n.revision, n.author, n.translation_group, n.solves, n.featured,
                               n.archived, n.reviewed_revision, n.reviewer, n.review_reason,
                               n.approved_revision, n.scheduled_revision, n.scheduled_at,
                               n.drafted_at, n.updated_at, n.confirmed_at, n.version, n.position
                        FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
                                    ?, ?, ?, ?, ?, ?)
                            AS n (tenant, id, language, title, summary, category, tags, audience,
                                  organisations, state, revision, author, translation_group,
                                  solves, featured, archived, reviewed_revision, reviewer,
                                  review_reason, approved_revision, scheduled_revision,
                                  scheduled_at, drafted_at, updated_at, confirmed_at, version,
                                  position)
                        ON CONFLICT (id) DO UPDATE SET
                            language = excluded.language, title = excluded.title,
                            summary = excluded.summary, category = excluded.category,
                            tags = excluded.tags, audience = excluded.audience,
                            organisations = excluded.organisations, state = excluded.state,
                            revision = excluded.revision, featured = excluded.featured,
                            archived = excluded.archived,
                            reviewed_revision = excluded.reviewed_revision,
                            reviewer = excluded.reviewer, review_reason = excluded.review_reason,
                            approved_revision = excluded.approved_revision,
                            scheduled_revision = excluded.scheduled_revision,
                            scheduled_at = excluded.scheduled_at,
                            updated_at = excluded.updated_at,
                            confirmed_at = excluded.confirmed_at, version = excluded.version,
                            position = excluded.position, change = DEFAULT
                        """)
                .params(
                        Columns.of("uuid", rows, row -> row.tenant),
                        Columns.of("uuid", rows, row -> row.id),
                        Columns.of("text", rows, row -> row.newest.language().tag()),
                        Columns.of("text", rows, row -> row.newest.title()),
                        Columns.of("text", rows, row -> row.newest.summary()),
                        Columns.of("uuid", rows, row -> row.newest.category()),
                        Columns.of("text", rows, row -> Columns.joined(row.newest.tags())),
                        Columns.of(
                                "text",
                                rows,
                                row -> Visibilities.audience(row.newest.visibility())),
                        Columns.of(
                                "text",
                                rows,
                                row -> Visibilities.organisations(row.newest.visibility())),
                        Columns.of("text", rows, row -> row.state().name()),
                        Columns.of("integer", rows, row -> row.newest.revision()),
                        Columns.of("uuid", rows, row -> row.author),
                        Columns.of("uuid", rows, row -> row.translationGroup),
                        Columns.of("uuid", rows, row -> row.solves),
                        Columns.of("boolean", rows, row -> row.featured),
                        Columns.of("boolean", rows, row -> row.archived),
                        Columns.of("integer", rows, row -> row.reviewedRevision),
                        Columns.of("uuid", rows, row -> row.reviewer),
                        Columns.of("text", rows, row -> row.reviewReason),
                        Columns.of("integer", rows, row -> row.approvedRevision),
                        Columns.of("integer", rows, row -> row.scheduledRevision),
                        Columns.of("timestamptz", rows, row -> row.scheduledAt),
                        Columns.of("timestamptz", rows, row -> row.draftedAt),
                        Columns.of("timestamptz", rows, row -> row.updatedAt),
                        Columns.of("timestamptz", rows, row -> row.confirmedAt),
                        Columns.of("bigint", rows, row -> row.version),
                        Columns.of("bigint", rows, row -> row.position))
                .update();
    }

    private record Shown(ArticleRow row, Publication publication) {}

    private static void writePublications(List<ArticleRow> rows, JdbcClient jdbc) {
        List<Shown> shown =
                rows.stream()
                        .flatMap(row ->
                                row.publication == null
                                        ? Stream.of()
                                        : Stream.of(new Shown(row, row.publication)))
                        .toList();
        jdbc.sql(
                        """
                        INSERT INTO publication (
                            article, tenant, revision, language, title, summary, category, tags,
                            audience, organisations, effective_audience,
                            effective_organisations, visible_since, published_at)
                        SELECT n.article, n.tenant, n.revision, n.language, n.title, n.summary,
                               n.category, string_to_array(n.tags, E'\\x1f'), n.audience,
                               string_to_array(n.organisations, E'\\x1f')::uuid[],
                               n.effective_audience,
                               string_to_array(n.effective_organisations, E'\\x1f')::uuid[],
                               n.visible_since, n.published_at
                        FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                            AS n (article, tenant, revision, language, title, summary, category,
                                  tags, audience, organisations, effective_audience,
                                  effective_organisations, visible_since, published_at)
                        ON CONFLICT (article) DO UPDATE SET
                            revision = excluded.revision, language = excluded.language,
                            title = excluded.title, summary = excluded.summary,
                            category = excluded.category, tags = excluded.tags,
                            audience = excluded.audience,
                            organisations = excluded.organisations,
                            effective_audience = excluded.effective_audience,
                            effective_organisations = excluded.effective_organisations,
                            visible_since = excluded.visible_since,
                            published_at = excluded.published_at
                        """)
                .params(
                        Columns.of("uuid", shown, s -> s.row().id),
                        Columns.of("uuid", shown, s -> s.row().tenant),
                        copied("integer", shown, Copy::revision),
                        copied("text", shown, copy -> copy.language().tag()),
                        copied("text", shown, Copy::title),
                        copied("text", shown, Copy::summary),
                        copied("uuid", shown, Copy::category),
                        copied("text", shown, copy -> Columns.joined(copy.tags())),
                        copied("text", shown, copy -> Visibilities.audience(copy.visibility())),
                        copied(
                                "text",
                                shown,
                                copy -> Visibilities.organisations(copy.visibility())),
                        Columns.of(
                                "text",
                                shown,
                                s -> Visibilities.audience(s.publication().effective())),
                        Columns.of(
                                "text",
                                shown,
                                s -> Visibilities.organisations(s.publication().effective())),
                        Columns.of("timestamptz", shown, s -> s.publication().visibleSince()),
                        Columns.of("timestamptz", shown, s -> s.publication().at()))
                .update();
    }

    private static Object copied(
            String type, Collection<Shown> shown, Function<Copy, @Nullable Object> value) {
        return Columns.of(type, shown, s -> value.apply(s.publication().copy()));
    }

    /**
     * Lets the search index have another look at articles of which something beside them changed.
     */
    static void touch(Map<UUID, Long> positions, JdbcClient jdbc) {
        if (!positions.isEmpty()) {
            Collection<Map.Entry<UUID, Long>> entries = positions.entrySet();
            jdbc.sql(
                            """
                            UPDATE article AS a
                            SET change = DEFAULT, position = greatest(a.position, n.position)
                            FROM unnest(?, ?) AS n (id, position) WHERE a.id = n.id
                            """)
                    .params(
                            Columns.of("uuid", entries, Map.Entry::getKey),
                            Columns.of("bigint", entries, Map.Entry::getValue))
                    .update();
        }
    }
}
