package dev.docket.query.knowledge;

import dev.docket.query.knowledge.FoundArticles.Found;
import dev.docket.query.rows.Columns;
import dev.docket.query.search.WordBeginnings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds what readers see by words of the titles, without the index. */
final class TitleSearch {

    static final String LOOKED_THROUGH = "titles of published articles";

    private TitleSearch() {}

    /** The newest first. */
    static List<Found> find(
            JdbcClient jdbc, String typed, Reader reader, ArticleFilter filter, int limit) {
        return filter.bind(
                        reader.bind(
                                jdbc.sql(
                                        """
                                        SELECT p.article, p.tenant, p.language, p.title, p.summary,
                                               p.category, p.tags, a.featured, p.published_at
                                        FROM knowledge.publication p
                                        JOIN knowledge.article a ON a.id = p.article
                                        WHERE %s AND to_tsvector('simple', p.title)
                                                     @@ to_tsquery('simple', :words)
                                          %s
                                        ORDER BY p.published_at DESC, p.article DESC
                                        LIMIT :most
                                        """
                                                .formatted(
                                                        reader.condition(),
                                                        filter.conditions("p")))))
                .param("words", WordBeginnings.of(typed))
                .param("most", limit)
                .query((row, number) -> article(row))
                .list();
    }

    private static Found article(ResultSet row) throws SQLException {
        return new Found(
                Columns.id(row, "article"),
                Columns.id(row, "tenant"),
                true,
                row.getString("language"),
                row.getString("title"),
                row.getString("summary"),
                Columns.id(row, "category"),
                Columns.texts(row, "tags"),
                row.getBoolean("featured"),
                Columns.instant(row, "published_at"),
                Map.of());
    }
}
