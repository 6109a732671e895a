package dev.docket.query.knowledge;

import dev.docket.query.knowledge.ArticleView.Attachment;
import dev.docket.query.knowledge.ArticleView.Person;
import dev.docket.query.knowledge.ArticleView.Translation;
import dev.docket.query.knowledge.ArticleView.Work;
import dev.docket.query.paging.Cursors;
import dev.docket.query.paging.Page;
import dev.docket.query.paging.Parameters;
import dev.docket.query.rows.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Reads {@code knowledge.article} and {@code knowledge.publication}. */
public final class ArticleQueries {

    private final JdbcClient jdbc;
    private final RenderedBodies bodies;

    ArticleQueries(JdbcClient jdbc, RenderedBodies bodies) {
        this.jdbc = jdbc;
        this.bodies = bodies;
    }

    /** What readers see, newest first: the base's own, and what others show to its people. */
    public Page<ArticleItem> published(
            Reader reader, ArticleFilter filter, @Nullable String cursor, int limit) {
        Cursors cursors = new Cursors(reader.base(), "articles");
        String filters = filter.conditions("p");
        String after =
                cursor == null ? "" : "AND (p.published_at, p.article) < (:afterTime, :afterId)";
        String branch =
                """
                (SELECT p.article FROM knowledge.publication p
                 JOIN knowledge.article a ON a.id = p.article
                 WHERE %s %s %s ORDER BY p.published_at DESC, p.article DESC LIMIT :limit)
                """;
        StatementSpec statement =
                jdbc.sql(
                        """
                        SELECT a.id, a.tenant, p.revision, p.language, p.title, p.summary,
                               p.category, p.tags, a.state, a.featured, p.published_at,
                               a.confirmed_at, a.updated_at, coalesce(v.views, 0) AS views,
                               coalesce(v.helpful, 0) AS helpful,
                               coalesce(v.unhelpful, 0) AS unhelpful
                        FROM (%s UNION ALL %s) found
                        JOIN knowledge.publication p ON p.article = found.article
                        JOIN knowledge.article a ON a.id = found.article
                        LEFT JOIN knowledge.reception v ON v.article = found.article
                        ORDER BY p.published_at DESC, p.article DESC LIMIT :limit
                        """
                                .formatted(
                                        branch.formatted(
                                                "(" + reader.ownCondition() + ")", filters, after),
                                        branch.formatted(
                                                "(" + shared(reader, filter) + ")",
                                                filters,
                                                after)));
        List<ArticleItem> rows =
                bind(statement, reader, filter, cursor, cursors, limit)
                        .query((row, number) -> item(row, reader, null))
                        .list();
        return Page.of(rows, limit, last -> cursors.of(text(last.publishedAt()), id(last)));
    }

    /** How old another organisation's articles have become is its own affair. */
    private static String shared(Reader reader, ArticleFilter filter) {
        return filter.stale() ? "false" : reader.sharedCondition();
    }

    /** Where a public article is. */
    public record Place(UUID id, String title, Instant publishedAt) {}

    /** As many of what readers see as a sitemap may name, newest first. */
    public List<Place> sitemap(Reader reader) {
        return reader.bind(
                        jdbc.sql(
                                """
                                SELECT p.article AS id, p.title, p.published_at
                                FROM knowledge.publication p WHERE %s
                                ORDER BY p.published_at DESC, p.article DESC LIMIT 49999
                                """
                                        .formatted(reader.ownCondition())))
                .query((row, number) ->
                        new Place(
                                Columns.id(row, "id"),
                                row.getString("title"),
                                Columns.time(row, "published_at")))
                .list();
    }

    /** Each newest revision, as those who write see it, last changed first. */
    Page<ArticleItem> drafts(
            Reader reader, ArticleFilter filter, @Nullable String cursor, int limit) {
        Cursors cursors = new Cursors(reader.base(), "drafts");
        String after = cursor == null ? "" : "AND (a.updated_at, a.id) < (:afterTime, :afterId)";
        StatementSpec statement =
                jdbc.sql(
                        """
                        SELECT a.id, a.tenant, a.revision, a.language, a.title, a.summary,
                               a.category, a.tags, a.state, a.featured, p.published_at,
                               a.confirmed_at, a.updated_at, coalesce(v.views, 0) AS views,
                               coalesce(v.helpful, 0) AS helpful,
                               coalesce(v.unhelpful, 0) AS unhelpful
                        FROM knowledge.article a
                        LEFT JOIN knowledge.publication p ON p.article = a.id
                        LEFT JOIN knowledge.reception v ON v.article = a.id
                        WHERE a.tenant = :base %s %s
                        ORDER BY a.updated_at DESC, a.id DESC LIMIT :limit
                        """
                                .formatted(filter.conditions("a"), after));
        List<ArticleItem> rows =
                bind(statement, reader, filter, cursor, cursors, limit)
                        .query((row, number) -> item(row, reader, null))
                        .list();
        return Page.of(rows, limit, last -> cursors.of(text(last.updatedAt()), id(last)));
    }

    /** Published articles that need a look, and why, the most read first. */
    List<ArticleItem> stale(Reader reader, int limit) {
        return jdbc.sql(
                        """
                        SELECT a.id, a.tenant, sp.revision, sp.language, sp.title, sp.summary,
                               sp.category, sp.tags, a.state, a.featured, sp.published_at,
                               a.confirmed_at, a.updated_at, coalesce(v.views, 0) AS views,
                               coalesce(v.helpful, 0) AS helpful,
                               coalesce(v.unhelpful, 0) AS unhelpful, %s
                        FROM knowledge.article a
                        JOIN knowledge.publication sp ON sp.article = a.id
                        LEFT JOIN knowledge.reception v ON v.article = a.id
                        WHERE a.tenant = :base AND %s
                        ORDER BY coalesce(v.views, 0) DESC, a.id LIMIT :limit
                        """
                                .formatted(StaleArticles.COLUMNS, StaleArticles.CONDITION))
                .param("base", reader.base())
                .param("limit", limit)
                .query((row, number) -> item(row, reader, StaleArticles.reasons(row)))
                .list();
    }

    private static StatementSpec bind(
            StatementSpec statement,
            Reader reader,
            ArticleFilter filter,
            @Nullable String cursor,
            Cursors cursors,
            int limit) {
        StatementSpec bound = filter.bind(reader.bind(statement)).param("limit", limit + 1);
        if (cursor == null) {
            return bound;
        }
        List<String> parts = cursors.parts(cursor, 2);
        try {
            return bound.param("afterTime", Instant.parse(parts.get(0)).atOffset(ZoneOffset.UTC))
                    .param("afterId", UUID.fromString(parts.get(1)));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw Cursors.forged();
        }
    }

    private static String text(@Nullable Instant time) {
        return String.valueOf(time);
    }

    private static String id(ArticleItem item) {
        return item.id().toString();
    }

    private static ArticleItem item(ResultSet row, Reader reader, @Nullable List<String> stale)
            throws SQLException {
        boolean works = reader.worksThere() && Columns.id(row, "tenant").equals(reader.base());
        return new ArticleItem(
                Columns.id(row, "id"),
                Columns.id(row, "tenant"),
                row.getInt("revision"),
                row.getString("language"),
                row.getString("title"),
                row.getString("summary"),
                Columns.id(row, "category"),
                Columns.texts(row, "tags"),
                works ? lower(row.getString("state")) : null,
                row.getBoolean("featured"),
                row.getLong("views"),
                row.getLong("helpful"),
                row.getLong("unhelpful"),
                Columns.instant(row, "published_at"),
                Columns.instant(row, "confirmed_at"),
                works ? Columns.time(row, "updated_at") : Columns.time(row, "published_at"),
                stale);
    }

    /** What readers see of an article, if this one may. */
    public Optional<ArticleView> published(Reader reader, UUID article) {
        return find(reader, article, "p.revision", "p", reader.condition());
    }

    /** The newest revision, for those who work there. */
    Optional<ArticleView> draft(Reader reader, UUID article) {
        return find(reader, article, "a.revision", "a", "a.tenant = :base");
    }

    private Optional<ArticleView> find(
            Reader reader, UUID article, String revision, String shown, String condition) {
        return reader.bind(
                        jdbc.sql(
                                """
                                SELECT a.id, a.tenant, r.revision, r.language, r.title, r.summary,
                                       r.body, %1$s.category, r.tags, a.featured, a.state,
                                       a.revision AS newest, p.revision AS published, a.author,
                                       w.name AS author_name, %1$s.audience, %1$s.organisations,
                                       a.reviewer, a.review_reason, a.scheduled_revision,
                                       a.scheduled_at, a.solves, a.translation_group,
                                       p.published_at, a.confirmed_at, a.updated_at, a.version,
                                       coalesce(v.views, 0) AS views,
                                       coalesce(v.helpful, 0) AS helpful,
                                       coalesce(v.unhelpful, 0) AS unhelpful
                                FROM knowledge.article a
                                LEFT JOIN knowledge.publication p ON p.article = a.id
                                JOIN knowledge.revision r
                                     ON r.article = a.id AND r.revision = %2$s
                                LEFT JOIN knowledge.reception v ON v.article = a.id
                                LEFT JOIN people.person w
                                     ON w.tenant = a.tenant AND w.id = a.author
                                WHERE a.id = :article AND %3$s
                                """
                                        .formatted(shown, revision, condition)))
                .param("article", article)
                .query((row, number) -> view(row, reader, shown.equals("a")))
                .optional();
    }

    private ArticleView view(ResultSet row, Reader reader, boolean draft) throws SQLException {
        UUID id = Columns.id(row, "id");
        UUID tenant = Columns.id(row, "tenant");
        int revision = row.getInt("revision");
        String body = row.getString("body");
        RenderedBody rendered = bodies.of(id, revision, body);
        boolean works = reader.worksThere() && tenant.equals(reader.base());
        return new ArticleView(
                id,
                tenant,
                revision,
                row.getString("language"),
                row.getString("title"),
                row.getString("summary"),
                body,
                rendered.html(),
                rendered.headings(),
                rendered.readingMinutes(),
                Columns.id(row, "category"),
                Columns.texts(row, "tags"),
                row.getBoolean("featured"),
                row.getLong("views"),
                row.getLong("helpful"),
                row.getLong("unhelpful"),
                attachments(id, revision),
                translations(reader, Columns.id(row, "translation_group"), id, tenant, draft),
                Columns.instant(row, "published_at"),
                Columns.instant(row, "confirmed_at"),
                works ? Columns.time(row, "updated_at") : Columns.time(row, "published_at"),
                works ? work(row, tenant, id) : null,
                works ? row.getLong("version") : null);
    }

    private Work work(ResultSet row, UUID tenant, UUID id) throws SQLException {
        return new Work(
                lower(row.getString("state")),
                row.getInt("newest"),
                row.getObject("published", Integer.class),
                new Person(Columns.id(row, "author"), row.getString("author_name")),
                lower(row.getString("audience")),
                Columns.ids(row, "organisations"),
                Columns.id(row, "reviewer"),
                row.getString("review_reason"),
                row.getObject("scheduled_revision", Integer.class),
                Columns.instant(row, "scheduled_at"),
                Columns.id(row, "solves"),
                jdbc.sql(
                                """
                                SELECT l.ticket FROM knowledge.ticket_link l
                                WHERE l.tenant = ? AND l.article = ?
                                ORDER BY l.linked_at DESC LIMIT 200
                                """)
                        .params(tenant, id)
                        .query(UUID.class)
                        .list());
    }

    /** What came with a revision that the reader may see, or with one before it. */
    private List<Attachment> attachments(UUID article, int revision) {
        return jdbc.sql(
                        """
                        SELECT f.id, f.name, f.media_type, f.size, f.sha256, f.revision
                        FROM knowledge.attachment f
                        WHERE f.article = ? AND f.revision <= ?
                        ORDER BY f.position, f.ordinal
                        """)
                .params(article, revision)
                .query(Attachment.class)
                .list();
    }

    private List<Translation> translations(
            Reader reader, UUID group, UUID article, UUID tenant, boolean drafts) {
        String among =
                drafts ? "a.tenant = :base" : "p.article IS NOT NULL AND " + reader.condition();
        return reader.bind(
                        jdbc.sql(
                                """
                                SELECT a.id, coalesce(p.language, a.language) AS language,
                                       coalesce(p.title, a.title) AS title
                                FROM knowledge.article a
                                LEFT JOIN knowledge.publication p ON p.article = a.id
                                WHERE a.tenant = :tenant AND a.translation_group = :group
                                  AND a.id <> :article AND %s
                                ORDER BY 2, 1 LIMIT 100
                                """
                                        .formatted(among)))
                .param("tenant", tenant)
                .param("group", group)
                .param("article", article)
                .query(Translation.class)
                .list();
    }

    /**
     * @param comment null where the voter wrote nothing
     */
    record Vote(
            Person voter,
            boolean helpful,
            @Nullable String comment,
            Instant votedAt,
            long position) {}

    /** What people thought of an article, newest first. */
    Page<Vote> votes(Reader reader, UUID article, @Nullable String cursor, int limit) {
        Cursors cursors = new Cursors(reader.base(), "votes", article.toString());
        List<Vote> rows =
                jdbc.sql(
                                """
                                SELECT v.voter, w.name, v.helpful, v.comment, v.voted_at, v.position
                                FROM knowledge.vote v
                                LEFT JOIN people.person w ON w.tenant = v.tenant AND w.id = v.voter
                                WHERE v.article = :article AND v.position < :before
                                  AND EXISTS (SELECT 1 FROM knowledge.article a
                                              WHERE a.id = v.article AND a.tenant = :base)
                                ORDER BY v.position DESC LIMIT :limit
                                """)
                        .param("base", reader.base())
                        .param("article", article)
                        .param("before", cursor == null ? Long.MAX_VALUE : cursors.number(cursor))
                        .param("limit", limit + 1)
                        .query((row, number) ->
                                new Vote(
                                        new Person(Columns.id(row, "voter"), row.getString("name")),
                                        row.getBoolean("helpful"),
                                        row.getString("comment"),
                                        Columns.time(row, "voted_at"),
                                        row.getLong("position")))
                        .list();
        return Page.of(rows, limit, last -> cursors.of(Long.toString(last.position())));
    }

    static UUID articleId(String text) {
        try {
            if (text.length() == 36) {
                return UUID.fromString(text);
            }
        } catch (IllegalArgumentException notAnId) {
            throw ArticleNotFound.problem();
        }
        throw ArticleNotFound.problem();
    }

    private static String lower(String constant) {
        return constant.toLowerCase(Locale.ROOT);
    }

    static int revision(String name, String text) {
        try {
            int number = Integer.parseInt(text);
            if (number >= 1) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            throw wrongRevision(name, text);
        }
        throw wrongRevision(name, text);
    }

    private static RuntimeException wrongRevision(String name, String text) {
        return Parameters.refused(
                name, "'%s' is not the number of a revision, which begin at 1".formatted(text));
    }
}
