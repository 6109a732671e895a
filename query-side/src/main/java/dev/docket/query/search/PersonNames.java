package dev.docket.query.search;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The names that people have now: the index would keep old ones. */
final class PersonNames {

    private final JdbcClient jdbc;

    PersonNames(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<UUID, String> of(UUID tenant, Collection<UUID> people) {
        Map<UUID, String> names = new HashMap<>();
        if (!people.isEmpty()) {
            jdbc.sql(
                            """
                            SELECT p.id, p.name FROM people.person p
                            WHERE p.tenant = ? AND p.id = ANY (?)
                            """)
                    .param(tenant)
                    .param(people.toArray(UUID[]::new))
                    .query(row -> {
                        names.put(row.getObject("id", UUID.class), row.getString("name"));
                    });
        }
        return names;
    }
}
