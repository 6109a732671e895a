package dev.docket.projection.audit;

import dev.docket.event.Recorded;
import dev.docket.log.EventJson;
import dev.docket.projection.running.Columns;
import dev.docket.projection.running.Projection;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every event of every stream: {@code audit_trail.entry}. */
public final class AuditTrailProjection implements Projection {

    private final EventJson json;

    public AuditTrailProjection(EventJson json) {
        this.json = json;
    }

    @Override
    public String name() {
        return "audit_trail";
    }

    @Override
    public void apply(List<Recorded> batch, JdbcClient jdbc) {
        jdbc.sql(
                        """
                        INSERT INTO entry (position, tenant, stream, version, event_id, type, actor,
                                           command, command_id, correlation, origin, recorded_at,
                                           occurred_at, data)
                        SELECT n.position, n.tenant, n.stream, n.version, n.event_id, n.type,
                               n.actor, n.command, n.command_id, n.correlation, n.origin,
                               n.recorded_at, n.occurred_at, n.data::jsonb
                        FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                            AS n (position, tenant, stream, version, event_id, type, actor,
                                  command, command_id, correlation, origin, recorded_at,
                                  occurred_at, data)
                        """)
                .params(
                        Columns.of("bigint", batch, Recorded::position),
                        Columns.of("uuid", batch, event -> event.facts().tenant().value()),
                        Columns.of("uuid", batch, Recorded::stream),
                        Columns.of("bigint", batch, Recorded::version),
                        Columns.of("uuid", batch, Recorded::id),
                        Columns.of("text", batch, Recorded::type),
                        Columns.of("uuid", batch, event -> event.facts().actor().value()),
                        Columns.of("text", batch, event -> event.facts().command()),
                        Columns.of("uuid", batch, event -> event.facts().commandId()),
                        Columns.of("uuid", batch, event -> event.facts().correlation()),
                        Columns.of("text", batch, event -> event.facts().origin()),
                        Columns.of("timestamptz", batch, event -> event.recordedAt()),
                        Columns.of("timestamptz", batch, event -> event.occurredAt()),
                        Columns.of("text", batch, this::data))
                .update();
    }

    private String data(Recorded event) {
        return new String(json.write(event.event()), StandardCharsets.UTF_8);
    }
}
