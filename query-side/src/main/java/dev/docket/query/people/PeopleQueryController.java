package dev.docket.query.people;

import static dev.docket.event.people.Role.ADMIN;
import static dev.docket.event.people.Role.AGENT;
import static dev.docket.event.people.Role.AUDITOR;
import static dev.docket.event.people.Role.LEAD;

import dev.docket.edge.Allowed;
import dev.docket.edge.Caller;
import dev.docket.query.freshness.Freshness;
import dev.docket.query.freshness.View;
import dev.docket.query.paging.Cursor;
import dev.docket.query.paging.Page;
import dev.docket.query.paging.Parameters;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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
    Page<Person> list(Caller caller, HttpServletRequest request, HttpServletResponse response) {
        Parameters asked =
                new Parameters(request.getParameterMap(), Set.of("q", "cursor", "limit"));
        freshness.await(View.PEOPLE, request, response);
        return list(caller.tenant().value(), asked.text("q"), asked.text("cursor"), asked.limit());
    }

    private Page<Person> list(
            UUID tenant, @Nullable String beginning, @Nullable String cursor, int limit) {
        List<String> after = cursor == null ? List.of("", "") : Cursor.parts(cursor, 2);
        List<Person> rows =
                jdbc.sql(
                                """
                                SELECT id, email, name, array_to_string(roles, ',') AS roles, active
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
                        .query((row, number) ->
                                new Person(
                                        row.getObject("id", UUID.class),
                                        row.getString("email"),
                                        row.getString("name"),
                                        Arrays.asList(
                                                row.getString("roles")
                                                        .toLowerCase(Locale.ROOT)
                                                        .split(",", -1)),
                                        row.getBoolean("active")))
                        .list();
        return Page.of(
                rows,
                limit,
                last -> Cursor.of(last.name().toLowerCase(Locale.ROOT), last.id().toString()));
    }
}
