package dev.docket.projection.ticket;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.docket.event.Recorded;
import dev.docket.event.ticket.SavedViewId;
import dev.docket.event.ticket.SavedViewsEvent;
import dev.docket.event.ticket.SavedViewsEvent.ViewMoved;
import dev.docket.event.ticket.SavedViewsEvent.ViewRefined;
import dev.docket.event.ticket.SavedViewsEvent.ViewRemoved;
import dev.docket.event.ticket.SavedViewsEvent.ViewRenamed;
import dev.docket.event.ticket.SavedViewsEvent.ViewSaved;
import dev.docket.event.ticket.TicketSelection;
import dev.docket.projection.running.Columns;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What a batch does to people's own views: {@code saved_views}, a row a person. */
final class SavedViewsRows {

    private static final TypeReference<List<View>> VIEWS = new TypeReference<>() {};
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .changeDefaultPropertyInclusion(
                            inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
                    .build();

    private record View(SavedViewId id, String name, TicketSelection filter) {}

    private record Row(
            UUID stream, UUID tenant, UUID person, List<View> views, long version, long position) {}

    private record Stored(
            UUID stream, UUID tenant, UUID person, String views, long version, long position) {}

    private SavedViewsRows() {}

    static void apply(List<Recorded> batch, JdbcClient jdbc) {
        List<Recorded> ours =
                batch.stream()
                        .filter(recorded -> recorded.event() instanceof SavedViewsEvent)
                        .toList();
        if (ours.isEmpty()) {
            return;
        }
        Map<UUID, Row> rows = read(ours.stream().map(Recorded::stream).distinct().toList(), jdbc);
        for (Recorded recorded : ours) {
            SavedViewsEvent event = (SavedViewsEvent) recorded.event();
            rows.compute(recorded.stream(), (stream, before) -> after(before, event, recorded));
        }
        write(rows.values(), jdbc);
    }

    private static Row after(@Nullable Row before, SavedViewsEvent event, Recorded recorded) {
        List<View> views = before == null ? new ArrayList<>() : new ArrayList<>(before.views);
        switch (event) {
            case ViewSaved e -> views.add(new View(e.view(), e.name(), e.selection()));
            case ViewRenamed e -> {
                int place = place(e, views);
                views.set(place, new View(e.view(), e.to(), views.get(place).filter));
            }
            case ViewRefined e -> {
                int place = place(e, views);
                views.set(place, new View(e.view(), views.get(place).name, e.to()));
            }
            case ViewMoved e -> views.add(e.to(), views.remove(place(e, views)));
            case ViewRemoved e -> views.remove(place(e, views));
        }
        return new Row(
                recorded.stream(),
                recorded.facts().tenant().value(),
                event.person().value(),
                views,
                recorded.version(),
                recorded.position());
    }

    private static int place(SavedViewsEvent event, List<View> views) {
        int place = views.stream().map(View::id).toList().indexOf(event.view());
        if (place < 0) {
            throw new IllegalStateException("There is no view " + event.view() + " yet");
        }
        return place;
    }

    private static Map<UUID, Row> read(Collection<UUID> streams, JdbcClient jdbc) {
        Map<UUID, Row> rows = new LinkedHashMap<>();
        jdbc.sql(
                        """
                        SELECT stream, tenant, person, views::text AS views, version, position
                        FROM saved_views WHERE stream = ANY (?)
                        """)
                .param(Columns.of("uuid", streams, stream -> stream))
                .query(Stored.class)
                .list()
                .forEach(row -> rows.put(row.stream, row(row)));
        return rows;
    }

    private static Row row(Stored row) {
        return new Row(
                row.stream,
                row.tenant,
                row.person,
                JSON.readValue(row.views, VIEWS),
                row.version,
                row.position);
    }

    private static void write(Collection<Row> rows, JdbcClient jdbc) {
        jdbc.sql(
                        """
                        INSERT INTO saved_views AS s
                            (stream, tenant, person, views, version, position)
                        SELECT n.stream, n.tenant, n.person, n.views::jsonb, n.version, n.position
                        FROM unnest(?, ?, ?, ?, ?, ?)
                            AS n (stream, tenant, person, views, version, position)
                        ON CONFLICT (stream) DO UPDATE SET
                            views = excluded.views, version = excluded.version,
                            position = excluded.position
                        WHERE s.version < excluded.version
                        """)
                .params(
                        Columns.of("uuid", rows, Row::stream),
                        Columns.of("uuid", rows, Row::tenant),
                        Columns.of("uuid", rows, Row::person),
                        Columns.of("text", rows, row -> JSON.writeValueAsString(row.views)),
                        Columns.of("bigint", rows, Row::version),
                        Columns.of("bigint", rows, Row::position))
                .update();
    }
}
