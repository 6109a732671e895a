package dev.docket.query.search;

import dev.docket.query.rows.Columns;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Words that an organisation takes for one another, in all that its people search. They are applied
 * to what is asked for, so that a new set holds at once for what was written long ago.
 */
public final class Synonyms {

    private final JdbcClient jdbc;

    public Synonyms(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param words or several words each
     */
    public record Alike(UUID id, List<String> words) {}

    public List<Alike> of(UUID tenant) {
        return jdbc.sql(
                        """
                        SELECT s.id, s.words FROM knowledge.synonyms s
                        WHERE s.tenant = ? ORDER BY s.words, s.id
                        """)
                .param(tenant)
                .query((row, number) ->
                        new Alike(row.getObject("id", UUID.class), Columns.texts(row, "words")))
                .list();
    }
}
