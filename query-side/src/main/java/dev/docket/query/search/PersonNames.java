package dev.docket.query.search;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    /** Who is called so, without regard to case; nobody for a name that nobody has. */
    Map<String, Set<UUID>> called(UUID tenant, Collection<String> names) {
        Map<String, Set<UUID>> people = new HashMap<>();
        if (!names.isEmpty()) {
            jdbc.sql(
                            """
                            SELECT p.id, asked.name FROM people.person p
                            JOIN unnest(?) asked (name) ON lower(p.name) = lower(asked.name)
                            WHERE p.tenant = ?
                            """)
                    .param(names.toArray(String[]::new))
                    .param(tenant)
                    .query(row -> {
                        people.computeIfAbsent(row.getString("name"), name -> new HashSet<>())
                                .add(row.getObject("id", UUID.class));
                    });
        }
        return people;
    }

    /** Somebody whose name or address begins so. */
    record Known(String name, String email) {}

    List<Known> beginning(UUID tenant, String letters, int limit) {
        return jdbc.sql(
                        """
                        SELECT p.name, p.email FROM people.person p
                        WHERE p.tenant = :tenant AND p.active
                          AND (starts_with(lower(p.name), lower(:letters))
                               OR starts_with(p.email, lower(:letters)))
                        ORDER BY lower(p.name), p.id LIMIT :limit
                        """)
                .param("tenant", tenant)
                .param("letters", letters)
                .param("limit", limit)
                .query((row, number) -> new Known(row.getString("name"), row.getString("email")))
                .list();
    }
}
