package dev.docket.projection.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.docket.event.ticket.Priority;
import dev.docket.index.embedding.EmbeddingProperties;
import dev.docket.projection.search.IndexedView.Description;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The tickets once more: what their requesters wrote as one vector, and what they are. Nothing that
 * a requester may not read is in a vector, so that being near to a question tells of no note.
 */
final class TicketVectors {

    static final String SCHEMA = "ticket_vectors";

    private static final String DOCUMENTS = "ticket-vectors";

    private TicketVectors() {}

    static IndexedView view(DataSource database, EmbeddingProperties embeddings) {
        Description description =
                new Description(
                        DOCUMENTS,
                        SCHEMA,
                        IndexShape.of(DOCUMENTS, 1).holding(embeddings),
                        "tickets",
                        "ticket");
        return new IndexedView(
                description,
                database,
                (jdbc, change, limit) -> after(jdbc, change, limit, embeddings.name()));
    }

    private static List<ChangedDocument> after(
            JdbcClient jdbc, long change, int limit, String model) {
        return jdbc.sql(
                        """
                        SELECT change, tenant, id, number, subject, description, status, priority,
                               type, category, tags, requester, team, agent, channel,
                               opened_at, updated_at, position
                        FROM tickets.ticket WHERE change > ? ORDER BY change LIMIT ?
                        """)
                .params(change, limit)
                .query((row, number) -> document(row, model))
                .list();
    }

    /** Names are those of a {@link dev.docket.index.TicketDocument}. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record TicketVector(
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
            Instant updatedAt,
            @Nullable Map<String, float[]> vectors) {

        TicketVector with(Map<String, float[]> others) {
            return new TicketVector(
                    tenant,
                    number,
                    status,
                    priority,
                    type,
                    category,
                    categoryPath,
                    tags,
                    requester,
                    team,
                    agent,
                    channel,
                    openedAt,
                    updatedAt,
                    others);
        }
    }

    private static ChangedDocument document(ResultSet row, String model) throws SQLException {
        String category = row.getString("category");
        TicketVector ticket =
                new TicketVector(
                        row.getObject("tenant", UUID.class),
                        row.getLong("number"),
                        row.getString("status"),
                        Priority.ofRank(row.getInt("priority")).name(),
                        row.getString("type"),
                        category,
                        TicketText.categoryPath(category),
                        Arrays.stream((Object[]) row.getArray("tags").getArray())
                                .map(String::valueOf)
                                .toList(),
                        row.getObject("requester", UUID.class),
                        row.getObject("team", UUID.class),
                        row.getObject("agent", UUID.class),
                        row.getString("channel"),
                        instant(row, "opened_at"),
                        instant(row, "updated_at"),
                        null);
        return new ChangedDocument(
                row.getLong("change"),
                row.getObject("id", UUID.class),
                row.getLong("position"),
                new WithoutVector(
                        row.getString("subject") + "\n" + row.getString("description"),
                        vector -> ticket.with(Map.of(model, vector))));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
