package dev.docket.query.ticket.views;

import static dev.docket.event.people.Role.ADMIN;
import static dev.docket.event.people.Role.AGENT;
import static dev.docket.event.people.Role.AUDITOR;
import static dev.docket.event.people.Role.LEAD;

import dev.docket.edge.Allowed;
import dev.docket.edge.Caller;
import dev.docket.event.ticket.SavedViewId;
import dev.docket.event.ticket.TicketSelection;
import dev.docket.query.freshness.Freshness;
import dev.docket.query.freshness.VersionTag;
import dev.docket.query.freshness.View;
import dev.docket.query.paging.Parameters;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The caller's own views of the queue. */
@RestController
@RequestMapping("/api/v1/views")
class SavedViewsQueryController {

    private static final TypeReference<List<Saved>> SAVED = new TypeReference<>() {};
    private static final long NONE_SAVED_YET = -1;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Freshness freshness;

    SavedViewsQueryController(JdbcClient queryJdbc, JsonMapper json, Freshness freshness) {
        this.jdbc = queryJdbc;
        this.json = json;
        this.freshness = freshness;
    }

    /**
     * @param filter what {@code GET /api/v1/tickets} is to be asked for, under the same names
     */
    record Saved(SavedViewId id, String name, TicketSelection filter) {}

    /** In the person's order. */
    record Views(List<Saved> items) {}

    private record Row(String views, long version) {}

    @GetMapping
    @Allowed({AGENT, LEAD, ADMIN, AUDITOR})
    Views views(Caller caller, HttpServletRequest request, HttpServletResponse response) {
        Parameters.none(request);
        freshness.await(View.TICKETS, request, response);
        Row row =
                jdbc.sql(
                                """
                                SELECT s.views::text AS views, s.version
                                FROM tickets.saved_views s
                                WHERE s.tenant = ? AND s.person = ?
                                """)
                        .params(caller.tenant().value(), caller.person().value())
                        .query(Row.class)
                        .optional()
                        .orElse(new Row("[]", NONE_SAVED_YET));
        VersionTag.set(row.version(), response);
        return new Views(json.readValue(row.views(), SAVED));
    }
}
