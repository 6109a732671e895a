package dev.docket.query.knowledge;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.docket.query.knowledge.ArticleView.Person;
import dev.docket.query.paging.Cursors;
import dev.docket.query.paging.Page;
import dev.docket.query.rows.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads {@code knowledge.revision}: all of it for those who work there, else what was published, as
 * far as its own readers and its own category let. That an article is public now does not make
 * public what it said to agents before.
 */
final class RevisionQueries {

    private final JdbcClient jdbc;
    private final RenderedBodies bodies;

    RevisionQueries(JdbcClient jdbc, RenderedBodies bodies) {
        this.jdbc = jdbc;
        this.bodies = bodies;
    }

    /**
     * @param author only for those who work there, as is the reason
     * @param restored the revision whose content it repeats
     * @param publishedAt when readers first saw it, if ever
     * @param body and its HTML: of a single revision only
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Revision(
            int revision,
            String language,
            String title,
            String summary,
            @Nullable Person author,
            @Nullable String reason,
            @Nullable Integer restored,
            Instant writtenAt,
            @Nullable Instant publishedAt,
            @Nullable String body,
            @Nullable String html) {}

    private static String from(Reader reader) {
        return """
        FROM knowledge.revision r
        JOIN knowledge.article a ON a.id = r.article
        LEFT JOIN knowledge.publication p ON p.article = a.id
        LEFT JOIN knowledge.category c ON c.id = r.category
        LEFT JOIN people.person w ON w.tenant = r.tenant AND w.id = r.author
        WHERE r.article = :article AND %s
        """
                .formatted(condition(reader));
    }

    private static String condition(Reader reader) {
        String readable =
                """
                (r.published_at IS NOT NULL AND p.article IS NOT NULL AND %s
                 AND %s AND (r.category IS NULL OR %s))
                """
                        .formatted(
                                reader.condition(),
                                Reader.mayRead("r.tenant", "r.audience", "r.organisations"),
                                Reader.mayRead(
                                        "c.tenant",
                                        "c.effective_audience",
                                        "c.effective_organisations"));
        return reader.worksThere() ? "(a.tenant = :base OR %s)".formatted(readable) : readable;
    }

    /** Newest first. */
    Page<Revision> list(Reader reader, UUID article, @Nullable String cursor, int limit) {
        Cursors cursors = new Cursors(reader.base(), "revisions", article.toString());
        String sql =
                """
                SELECT a.tenant, r.article, r.revision, r.language, r.title, r.summary, r.author,
                       w.name, r.reason, r.restored, r.written_at, r.published_at
                """
                        + from(reader)
                        + " AND r.revision < :before ORDER BY r.revision DESC LIMIT :limit";
        List<Revision> rows =
                reader.bind(jdbc.sql(sql))
                        .param("article", article)
                        .param(
                                "before",
                                cursor == null ? Integer.MAX_VALUE : number(cursors, cursor))
                        .param("limit", limit + 1)
                        .query((row, number) -> revision(row, reader, null))
                        .list();
        return Page.of(rows, limit, last -> cursors.of(Integer.toString(last.revision())));
    }

    private static int number(Cursors cursors, String cursor) {
        return Math.clamp(cursors.number(cursor), 0, Integer.MAX_VALUE);
    }

    Optional<Revision> find(Reader reader, UUID article, int revision) {
        String sql =
                """
                SELECT a.tenant, r.article, r.revision, r.language, r.title, r.summary, r.author,
                       w.name, r.reason, r.restored, r.written_at, r.published_at, r.body
                """
                        + from(reader)
                        + " AND r.revision = :revision";
        return reader.bind(jdbc.sql(sql))
                .param("article", article)
                .param("revision", revision)
                .query((row, number) -> revision(row, reader, row.getString("body")))
                .optional();
    }

    private Revision revision(ResultSet row, Reader reader, @Nullable String body)
            throws SQLException {
        boolean works = reader.worksThere() && Columns.id(row, "tenant").equals(reader.base());
        UUID article = Columns.id(row, "article");
        int number = row.getInt("revision");
        return new Revision(
                number,
                row.getString("language"),
                row.getString("title"),
                row.getString("summary"),
                works ? new Person(Columns.id(row, "author"), row.getString("name")) : null,
                works ? row.getString("reason") : null,
                row.getObject("restored", Integer.class),
                Columns.time(row, "written_at"),
                Columns.instant(row, "published_at"),
                body,
                body == null ? null : bodies.of(article, number, body).html());
    }
}
