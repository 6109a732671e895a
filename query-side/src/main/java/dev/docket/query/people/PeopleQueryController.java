package dev.docket.query.people;

import static dev.docket.event.people.Role.ADMIN;
import static dev.docket.event.people.Role.AGENT;
import static dev.docket.event.people.Role.AUDITOR;
import static dev.docket.event.people.Role.LEAD;

import dev.docket.edge.Allowed;
import dev.docket.edge.Caller;
import dev.docket.query.freshness.Freshness;
import dev.docket.query.freshness.View;
import dev.docket.query.paging.Asks;
import dev.docket.query.paging.Cursors;
import dev.docket.query.paging.Page;
import dev.docket.query.paging.Parameters;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** People, by name. */
@RestController
@RequestMapping("/api/v1/people")
class PeopleQueryController {

    private final JdbcClient jdbc;
    private final Freshness freshness;

    PeopleQueryController(JdbcClient queryJdbc, Freshness freshness) {
        this.jdbc = queryJdbc;
        this.freshness = freshness;
    }

    record Person(UUID id, String email, String name, List<String> roles, boolean active) {}

    @GetMapping
    @Allowed({AGENT, LEAD, ADMIN, AUDITOR})
    @Asks({"q", "cursor", "limit"})
    Page<Person> list(Caller caller, HttpServletRequest request, HttpServletResponse response) {
        Parameters asked = new Parameters(request, "q", "cursor", "limit");
        freshness.await(View.PEOPLE, request, response);
        return list(caller.tenant().value(), asked.text("q"), asked.cursor(), asked.limit());
    }

    private Page<Person> list(
            UUID tenant, @Nullable String beginning, @Nullable String cursor, int limit) {
        Cursors cursors = new Cursors(tenant, "people");
        List<String> after = cursor == null ? List.of("", "") : cursors.parts(cursor, 2);
        List<Row> rows =
                jdbc.sql(
                                """
                                SELECT id, email, name, array_to_string(roles, ',') AS roles,
                                       active, lower(name) AS place
                                FROM people.person
                                WHERE tenant = :tenant
                                  AND (lower(name), id::text) > (:name, :id)
                                  AND (starts_with(lower(name), :q) OR starts_with(email, :q))
                                ORDER BY lower(name), id::text LIMIT :limit
                                """)
                        .param("tenant", tenant)
                        .param("name", after.get(0))
                        .param("id", after.get(1))
                        .param("q", beginning == null ? "" : beginning.toLowerCase(Locale.ROOT))
                        .param("limit", limit + 1)
                        .query((row, number) -> new Row(person(row), row.getString("place")))
                        .list();
        Page<Row> page =
                Page.of(
                        rows,
                        limit,
                        last -> cursors.of(last.place(), last.person().id().toString()));
        return new Page<>(page.items().stream().map(Row::person).toList(), page.nextCursor());
    }

    /**
     * @param place of the person in the list: what PostgreSQL sorts by, which is not always what
     *     Java would make of the name
     */
    private record Row(Person person, String place) {}

    private static Person person(ResultSet row) throws SQLException {
        return new Person(
                row.getObject("id", UUID.class),
                row.getString("email"),
                row.getString("name"),
                Arrays.stream(row.getString("roles").split(",", -1))
                        .filter(role -> !role.isEmpty())
                        .map(role -> role.toLowerCase(Locale.ROOT))
                        .toList(),
                row.getBoolean("active"));
    }
}
