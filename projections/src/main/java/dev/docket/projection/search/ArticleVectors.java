package dev.docket.projection.search;

import dev.docket.index.embedding.EmbeddingProperties;
import dev.docket.projection.running.Columns;
import dev.docket.projection.search.IndexedView.Description;
import dev.docket.text.MarkdownText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The articles once more: what their readers see as one vector, and who they are. */
final class ArticleVectors {

    private ArticleVectors() {}

    static IndexedView view(DataSource database, EmbeddingProperties embeddings) {
        return new IndexedView(
                new Description(
                        "article-vectors",
                        "article_vectors",
                        IndexShape.of("article-vectors", 1).holding(embeddings),
                        "knowledge",
                        "article"),
                database,
                ArticleVectors::after);
    }

    private static List<ChangedDocument> after(JdbcClient jdbc, long change, int limit) {
        return jdbc.sql(
                        """
                        SELECT a.change, a.tenant, a.id, a.position,
                               p.article IS NOT NULL AS published,
                               r.language, r.title, r.summary, r.body,
                               coalesce(p.tags, a.tags) AS tags, c.path,
                               coalesce(p.effective_audience, 'AGENTS') AS audience,
                               coalesce(p.effective_organisations, '{}') AS organisations
                        FROM knowledge.article a
                        LEFT JOIN knowledge.publication p ON p.article = a.id
                        JOIN knowledge.revision r
                             ON r.article = a.id AND r.revision = coalesce(p.revision, a.revision)
                        LEFT JOIN knowledge.category c
                             ON c.id = CASE WHEN p.article IS NULL THEN a.category
                                            ELSE p.category END
                        WHERE a.change > ? ORDER BY a.change LIMIT ?
                        """)
                .params(change, limit)
                .query((row, number) -> document(row))
                .list();
    }

    /** Names are those of an {@link dev.docket.index.ArticleDocument}. */
    private record Properties(
            UUID tenant,
            boolean published,
            String language,
            List<String> categoryPath,
            List<String> tags,
            String audience,
            List<String> organisations) {}

    private static ChangedDocument document(ResultSet row) throws SQLException {
        Properties article =
                new Properties(
                        row.getObject("tenant", UUID.class),
                        row.getBoolean("published"),
                        row.getString("language"),
                        Columns.texts(row, "path"),
                        Columns.texts(row, "tags"),
                        row.getString("audience"),
                        Columns.texts(row, "organisations"));
        String text =
                String.join(
                        "\n",
                        row.getString("title"),
                        row.getString("summary"),
                        MarkdownText.of(row.getString("body")));
        return new ChangedDocument(
                row.getLong("change"),
                row.getObject("id", UUID.class),
                row.getLong("position"),
                new WithoutVector(text, article));
    }
}
