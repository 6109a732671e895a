package dev.docket.projection.search;

import dev.docket.index.ArticleDocument;
import dev.docket.projection.running.Columns;
import dev.docket.projection.search.IndexedView.Description;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The articles: what readers see, or what their writers do while readers see nothing, and the words
 * of a newer revision beside.
 */
final class ChangedArticles {

    /** How much all votes, and none against, can add to what an article counts for. */
    private static final double MOST_APPEAL = 0.3;

    /** So many votes make half of that. */
    private static final double HALF = 5;

    private static final Description DESCRIPTION =
            new Description(
                    "articles",
                    "article_search",
                    IndexShape.of("articles", 1),
                    "knowledge",
                    "article");

    private ChangedArticles() {}

    static IndexedView view(DataSource database) {
        return new IndexedView(DESCRIPTION, database, ChangedArticles::after);
    }

    private static List<ChangedDocument> after(JdbcClient jdbc, long change, int limit) {
        return jdbc.sql(
                        """
                        SELECT a.change, a.tenant, a.id, a.state, a.featured, a.updated_at,
                               a.version, a.position, p.article IS NOT NULL AS published,
                               r.language, r.title, r.summary, r.body,
                               array_to_string(coalesce(p.tags, a.tags), ' ') AS tag_text,
                               coalesce(p.tags, a.tags) AS tags, c.id AS category, c.path,
                               coalesce(p.effective_audience, 'AGENTS') AS audience,
                               coalesce(p.effective_organisations, '{}') AS organisations,
                               p.published_at, coalesce(v.helpful, 0) AS helpful,
                               coalesce(v.unhelpful, 0) AS unhelpful, d.language AS draft_language,
                               d.title AS draft_title, d.summary AS draft_summary,
                               d.body AS draft_body
                        FROM knowledge.article a
                        LEFT JOIN knowledge.publication p ON p.article = a.id
                        JOIN knowledge.revision r
                             ON r.article = a.id AND r.revision = coalesce(p.revision, a.revision)
                        LEFT JOIN knowledge.revision d
                             ON d.article = a.id AND d.revision = a.revision
                             AND p.revision <> a.revision
                        LEFT JOIN knowledge.reception v ON v.article = a.id
                        LEFT JOIN knowledge.category c
                             ON c.id = CASE WHEN p.article IS NULL THEN a.category
                                            ELSE p.category END
                        WHERE a.change > ? ORDER BY a.change LIMIT ?
                        """)
                .params(change, limit)
                .query((row, number) -> document(row))
                .list();
    }

    private static ChangedDocument document(ResultSet row) throws SQLException {
        ArticleText text =
                ArticleText.of(
                        row.getString("language"),
                        row.getString("title"),
                        row.getString("summary"),
                        row.getString("body"),
                        row.getString("tag_text"));
        return new ChangedDocument(
                row.getLong("change"),
                row.getObject("id", UUID.class),
                row.getLong("position"),
                new ArticleDocument(
                        row.getObject("tenant", UUID.class),
                        row.getBoolean("published"),
                        row.getString("language"),
                        text.title(),
                        text.summary(),
                        ShownText.beginning(text.body()),
                        row.getObject("category", UUID.class),
                        ids(row, "path"),
                        Columns.texts(row, "tags"),
                        row.getString("audience"),
                        ids(row, "organisations"),
                        row.getString("state"),
                        row.getBoolean("featured"),
                        appeal(row.getLong("helpful"), row.getLong("unhelpful")),
                        Columns.instant(row, "published_at"),
                        Columns.time(row, "updated_at"),
                        row.getLong("version"),
                        row.getLong("position"),
                        text.titleStems(),
                        text.summaryStems(),
                        text.bodyStems(),
                        text.titleWords(),
                        text.titlePrefixes(),
                        text.prefixes(),
                        text.words(),
                        draftWords(row)));
    }

    private static @Nullable String draftWords(ResultSet row) throws SQLException {
        String language = row.getString("draft_language");
        return language == null
                ? null
                : ArticleText.of(
                                language,
                                row.getString("draft_title"),
                                row.getString("draft_summary"),
                                row.getString("draft_body"),
                                "")
                        .words();
    }

    /** The share of helpful votes, trusted the more the more there are. */
    private static double appeal(long helpful, long unhelpful) {
        double votes = helpful + unhelpful;
        return 1 + MOST_APPEAL * (helpful - unhelpful) / (votes + HALF);
    }

    private static List<UUID> ids(ResultSet row, String column) throws SQLException {
        return Columns.texts(row, column).stream().map(UUID::fromString).toList();
    }
}
