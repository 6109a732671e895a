package dev.docket.projection.search;

import dev.docket.index.embedding.EmbeddingProperties;
import dev.docket.projection.search.IndexedView.Description;
import dev.docket.text.MarkdownText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The articles once more: what their readers see as one vector, and who they are. */
final class ArticleVectors {

    static final String SCHEMA = "article_vectors";

    private static final String DOCUMENTS = "article-vectors";

    private ArticleVectors() {}

    static IndexedView view(DataSource database, EmbeddingProperties embeddings) {
        Description description =
                new Description(
                        DOCUMENTS,
                        SCHEMA,
                        IndexShape.of(DOCUMENTS, 1).holding(embeddings),
                        "knowledge",
                        "article");
        return new IndexedView(
                description,
                database,
                (jdbc, change, limit) -> after(jdbc, change, limit, embeddings.name()));
    }

    private static List<ChangedDocument> after(
            JdbcClient jdbc, long change, int limit, String model) {
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
                .query((row, number) -> document(row, model))
                .list();
    }

    /** Names are those of an {@link dev.docket.index.ArticleDocument}. */
    private record ArticleVector(
            UUID tenant,
            boolean published,
            String language,
            List<String> categoryPath,
            List<String> tags,
            String audience,
            List<String> organisations,
            Map<String, float[]> vectors) {}

    private static ChangedDocument document(ResultSet row, String model) throws SQLException {
        UUID tenant = row.getObject("tenant", UUID.class);
        boolean published = row.getBoolean("published");
        String language = row.getString("language");
        List<String> path = ChangedArticles.texts(row.getArray("path"));
        List<String> tags = ChangedArticles.texts(row.getArray("tags"));
        String audience = row.getString("audience");
        List<String> organisations = ChangedArticles.texts(row.getArray("organisations"));
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
                new WithoutVector(
                        text,
                        vector ->
                                new ArticleVector(
                                        tenant,
                                        published,
                                        language,
                                        path,
                                        tags,
                                        audience,
                                        organisations,
                                        Map.of(model, vector))));
    }
}
