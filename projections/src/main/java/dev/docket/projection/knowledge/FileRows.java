package dev.docket.projection.knowledge;

import dev.docket.event.Recorded;
import dev.docket.event.attachment.AttachedFile;
import dev.docket.event.knowledge.ArticleEvent;
import dev.docket.event.knowledge.ArticleEvent.FileRemoved;
import dev.docket.event.knowledge.ArticleEvent.FilesAttached;
import dev.docket.projection.running.Columns;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The files' share of a batch. */
final class FileRows {

    private record Attached(
            Recorded recorded, UUID article, int revision, AttachedFile file, short ordinal) {}

    private final List<Attached> attached = new ArrayList<>();
    private final List<UUID> removed = new ArrayList<>();

    void add(ArticleEvent event, Recorded recorded) {
        if (event instanceof FilesAttached e) {
            short ordinal = 0;
            for (AttachedFile file : e.attachments()) {
                UUID article = e.article().value();
                attached.add(new Attached(recorded, article, e.revision(), file, ordinal++));
            }
        } else if (event instanceof FileRemoved e) {
            removed.add(e.attachment().value());
        }
    }

    /** A file comes once: first what came, then what went. */
    void write(JdbcClient jdbc) {
        if (!attached.isEmpty()) {
            insert(jdbc);
        }
        if (!removed.isEmpty()) {
            jdbc.sql("DELETE FROM attachment WHERE id = ANY(?)")
                    .param(Columns.of("uuid", removed, id -> id))
                    .update();
        }
    }

    private void insert(JdbcClient jdbc) {
        jdbc.sql(
                        """
                        INSERT INTO attachment (tenant, article, revision, id, name, media_type,
                                                size, sha256, position, ordinal)
                        SELECT n.tenant, n.article, n.revision, n.id, n.name, n.media_type,
                               n.size, n.sha256, n.position, n.ordinal
                        FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                            AS n (tenant, article, revision, id, name, media_type, size, sha256,
                                  position, ordinal)
                        """)
                .params(
                        Columns.of("uuid", attached, a -> a.recorded().facts().tenant().value()),
                        Columns.of("uuid", attached, Attached::article),
                        Columns.of("integer", attached, Attached::revision),
                        Columns.of("uuid", attached, a -> a.file().attachment().value()),
                        Columns.of("text", attached, a -> a.file().name()),
                        Columns.of("text", attached, a -> a.file().mediaType()),
                        Columns.of("bigint", attached, a -> a.file().size()),
                        Columns.of("text", attached, a -> a.file().sha256().value()),
                        Columns.of("bigint", attached, a -> a.recorded().position()),
                        Columns.of("smallint", attached, Attached::ordinal))
                .update();
    }
}
