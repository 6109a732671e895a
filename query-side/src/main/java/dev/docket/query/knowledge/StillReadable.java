package dev.docket.query.knowledge;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What of an index's answer its reader may read now. An index follows the views, and stands still
 * while it cannot be written: what was withdrawn or hidden meanwhile is not to be seen in it.
 */
final class StillReadable {

    private final JdbcClient jdbc;

    StillReadable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    <T> List<T> of(Reader reader, List<T> found, Function<T, UUID> article) {
        if (found.isEmpty()) {
            return found;
        }
        Set<UUID> readable =
                new HashSet<>(
                        reader.bind(
                                        jdbc.sql(
                                                """
                                                SELECT p.article FROM knowledge.publication p
                                                WHERE p.article = ANY (:articles) AND %s
                                                """
                                                        .formatted(reader.condition())))
                                .param("articles", found.stream().map(article).toArray(UUID[]::new))
                                .query(UUID.class)
                                .list());
        return found.stream().filter(one -> readable.contains(article.apply(one))).toList();
    }
}
