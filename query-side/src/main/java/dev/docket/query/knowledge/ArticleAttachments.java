package dev.docket.query.knowledge;

import dev.docket.edge.Caller;
import dev.docket.event.attachment.Sha256;
import dev.docket.query.attachment.AttachmentSource;
import dev.docket.query.attachment.OpenFile;
import dev.docket.query.attachment.StoredFile;
import dev.docket.query.freshness.View;
import dev.docket.query.rows.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The files of articles: readers have those of the revision that they see and of those before it,
 * as long as they see the article; who works there has all.
 */
final class ArticleAttachments implements AttachmentSource {

    private final JdbcClient jdbc;

    ArticleAttachments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Found(UUID tenant, UUID article, int revision, StoredFile file) {}

    @Override
    public View view() {
        return View.KNOWLEDGE;
    }

    @Override
    public Optional<StoredFile> find(UUID attachment, Caller caller) {
        return find(attachment)
                .filter(found -> isFor(Reader.of(caller, found.tenant()), found))
                .map(Found::file);
    }

    @Override
    public Optional<OpenFile> findOpen(UUID attachment) {
        return find(attachment)
                .filter(found -> isFor(Reader.anybody(found.tenant()), found))
                .map(found ->
                        new OpenFile(
                                found.file(),
                                List.of("kb-" + found.tenant(), "article-" + found.article())));
    }

    private boolean isFor(Reader reader, Found found) {
        return reader.worksThere() || isShown(reader, found);
    }

    private boolean isShown(Reader reader, Found found) {
        return reader.bind(
                        jdbc.sql(
                                """
                                SELECT EXISTS (
                                    SELECT 1 FROM knowledge.publication p
                                    WHERE p.article = :article AND p.revision >= :revision
                                      AND %s)
                                """
                                        .formatted(reader.condition())))
                .param("article", found.article())
                .param("revision", found.revision())
                .query(Boolean.class)
                .single();
    }

    private Optional<Found> find(UUID attachment) {
        return jdbc.sql(
                        """
                        SELECT f.tenant, f.article, f.revision, f.name, f.media_type, f.size,
                               f.sha256
                        FROM knowledge.attachment f WHERE f.id = ?
                        """)
                .param(attachment)
                .query((row, number) -> found(row))
                .optional();
    }

    private static Found found(ResultSet row) throws SQLException {
        return new Found(
                Columns.id(row, "tenant"),
                Columns.id(row, "article"),
                row.getInt("revision"),
                new StoredFile(
                        row.getString("name"),
                        row.getString("media_type"),
                        row.getLong("size"),
                        new Sha256(row.getString("sha256"))));
    }
}
