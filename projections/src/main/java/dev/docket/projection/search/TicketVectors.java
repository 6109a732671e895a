package dev.docket.projection.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.docket.event.ticket.Priority;
import dev.docket.index.embedding.EmbeddingProperties;
import dev.docket.projection.running.Columns;
import dev.docket.projection.search.IndexedView.Description;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The tickets once more: what their requesters wrote as one vector, and what they are. Nothing that
 * a requester may not read is in a vector, so that being near to a question tells of no note.
 */
final class TicketVectors {

    private TicketVectors() {}

    static IndexedView view(DataSource database, EmbeddingProperties embeddings) {
        return new IndexedView(
                new Description(
                        "ticket-vectors",
                        "ticket_vectors",
                        IndexShape.of("ticket-vectors", 1).holding(embeddings),
                        "tickets",
                        "ticket"),
                database,
                TicketVectors::after);
    }

    private static List<ChangedDocument> after(JdbcClient jdbc, long change, int limit) {
        return jdbc.sql(
                        """
                        SELECT change, tenant, id, number, subject, description, status, priority,
                               type, category, tags, requester, team, agent, channel,
                               opened_at, updated_at, position
                        FROM tickets.ticket WHERE change > ? ORDER BY change LIMIT ?
                        """)
                .params(change, limit)
                .query((row, number) -> document(row))
                .list();
    }

    /** Names are those of a {@link dev.docket.index.TicketDocument}. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Properties(
            UUID tenant,
            long number,
            String status,
            String priority,
            String type,
            @Nullable String category,
            List<String> categoryPath,
            List<String> tags,
            UUID requester,
            @Nullable UUID team,
            @Nullable UUID agent,
            String channel,
            Instant openedAt,
            Instant updatedAt) {}

    private static ChangedDocument document(ResultSet row) throws SQLException {
        String category = row.getString("category");
        Properties ticket =
                new Properties(
                        row.getObject("tenant", UUID.class),
                        row.getLong("number"),
                        row.getString("status"),
                        Priority.ofRank(row.getInt("priority")).name(),
                        row.getString("type"),
                        category,
                        TicketText.categoryPath(category),
                        Columns.texts(row, "tags"),
                        row.getObject("requester", UUID.class),
                        row.getObject("team", UUID.class),
                        row.getObject("agent", UUID.class),
                        row.getString("channel"),
                        Columns.time(row, "opened_at"),
                        Columns.time(row, "updated_at"));
        return new ChangedDocument(
                row.getLong("change"),
                row.getObject("id", UUID.class),
                row.getLong("position"),
                new WithoutVector(
                        row.getString("subject") + "\n" + row.getString("description"), ticket));
    }
}
