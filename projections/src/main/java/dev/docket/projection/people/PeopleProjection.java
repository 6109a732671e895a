package dev.docket.projection.people;

import dev.docket.event.Recorded;
import dev.docket.event.people.OrganisationEvent;
import dev.docket.event.people.PersonEvent;
import dev.docket.event.people.PersonEvent.PasswordSet;
import dev.docket.event.people.PersonEvent.PersonDeactivated;
import dev.docket.event.people.PersonEvent.PersonReactivated;
import dev.docket.event.people.PersonEvent.PersonRegistered;
import dev.docket.event.people.PersonEvent.PersonRenamed;
import dev.docket.event.people.PersonEvent.RolesChanged;
import dev.docket.event.people.Role;
import dev.docket.projection.running.Columns;
import dev.docket.projection.running.Projection;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People, {@code people.person}, and their organisations, {@code people.organisation}. */
public final class PeopleProjection implements Projection {

    private record Row(
            UUID tenant,
            UUID id,
            String email,
            String name,
            String roles,
            boolean active,
            long version,
            long position) {}

    @Override
    public String name() {
        return "people";
    }

    @Override
    public void apply(List<Recorded> batch, JdbcClient jdbc) {
        for (Recorded recorded : batch) {
            if (recorded.event() instanceof OrganisationEvent event) {
                OrganisationRows.apply(event, recorded, jdbc);
            }
        }
        applyToPeople(batch, jdbc);
    }

    private static void applyToPeople(List<Recorded> batch, JdbcClient jdbc) {
        Map<UUID, Row> rows = new LinkedHashMap<>();
        for (Recorded recorded : batch) {
            if (recorded.event() instanceof PersonEvent) {
                rows.put(recorded.stream(), null);
            }
        }
        if (rows.isEmpty()) {
            return;
        }
        read(rows.keySet(), jdbc).forEach(row -> rows.put(row.id(), row));
        for (Recorded recorded : batch) {
            if (recorded.event() instanceof PersonEvent event) {
                rows.compute(recorded.stream(), (id, before) -> changed(before, event, recorded));
            }
        }
        write(rows.values(), jdbc);
    }

    private static Row changed(@Nullable Row before, PersonEvent event, Recorded recorded) {
        if (event instanceof PersonRegistered e) {
            return new Row(
                    recorded.facts().tenant().value(),
                    e.person().value(),
                    e.email().value(),
                    e.name(),
                    joined(e.roles()),
                    true,
                    recorded.version(),
                    recorded.position());
        }
        if (before == null) {
            throw new IllegalStateException("There is no person " + event.person() + " yet");
        }
        return switch (event) {
            case PersonRegistered again -> throw new IllegalStateException(again + " twice");
            case PasswordSet _ -> with(before, before.name, before.roles, before.active, recorded);
            case RolesChanged e ->
                    with(before, before.name, joined(e.to()), before.active, recorded);
            case PersonRenamed e -> with(before, e.to(), before.roles, before.active, recorded);
            case PersonDeactivated _ -> with(before, before.name, before.roles, false, recorded);
            case PersonReactivated _ -> with(before, before.name, before.roles, true, recorded);
        };
    }

    private static Row with(
            Row before, String name, String roles, boolean active, Recorded recorded) {
        return new Row(
                before.tenant,
                before.id,
                before.email,
                name,
                roles,
                active,
                recorded.version(),
                recorded.position());
    }

    private static String joined(Set<Role> roles) {
        return roles.stream().sorted().map(Role::name).collect(Collectors.joining(","));
    }

    private static List<Row> read(Collection<UUID> ids, JdbcClient jdbc) {
        return jdbc.sql(
                        """
                        SELECT tenant, id, email, name, array_to_string(roles, ',') AS roles,
                               active, version, position
                        FROM person WHERE id = ANY (?)
                        """)
                .param(Columns.of("uuid", ids, id -> id))
                .query(Row.class)
                .list();
    }

    private static void write(Collection<Row> rows, JdbcClient jdbc) {
        jdbc.sql(
                        """
                        INSERT INTO person AS p
                            (tenant, id, email, name, roles, active, version, position)
                        SELECT n.tenant, n.id, n.email, n.name, string_to_array(n.roles, ','),
                               n.active, n.version, n.position
                        FROM unnest(?, ?, ?, ?, ?, ?, ?, ?)
                            AS n (tenant, id, email, name, roles, active, version, position)
                        ON CONFLICT (id) DO UPDATE SET
                            name = excluded.name, roles = excluded.roles,
                            active = excluded.active, version = excluded.version,
                            position = excluded.position
                        WHERE p.version < excluded.version
                        """)
                .params(
                        Columns.of("uuid", rows, Row::tenant),
                        Columns.of("uuid", rows, Row::id),
                        Columns.of("text", rows, Row::email),
                        Columns.of("text", rows, Row::name),
                        Columns.of("text", rows, Row::roles),
                        Columns.of("boolean", rows, Row::active),
                        Columns.of("bigint", rows, Row::version),
                        Columns.of("bigint", rows, Row::position))
                .update();
    }
}
