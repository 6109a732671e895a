package dev.docket.query.people;

import static dev.docket.event.people.Role.ADMIN;
import static dev.docket.event.people.Role.AGENT;
import static dev.docket.event.people.Role.AUDITOR;
import static dev.docket.event.people.Role.LEAD;
import static dev.docket.event.people.Role.REQUESTER;

import dev.docket.edge.Allowed;
import dev.docket.edge.Caller;
import dev.docket.query.freshness.Freshness;
import dev.docket.query.freshness.VersionTag;
import dev.docket.query.freshness.View;
import dev.docket.query.paging.Parameters;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The caller's own organisation. */
@RestController
class OrganisationQueryController {

    private final JdbcClient jdbc;
    private final Freshness freshness;

    OrganisationQueryController(JdbcClient queryJdbc, Freshness freshness) {
        this.jdbc = queryJdbc;
        this.freshness = freshness;
    }

    /**
     * @param name absent until somebody has given one
     * @param setUp whether the questions of the first start were answered or skipped
     * @param version -1 before anything was said of the organisation
     */
    record Organisation(UUID id, @Nullable String name, boolean setUp, long version) {}

    @GetMapping("/api/v1/organisation")
    @Allowed({REQUESTER, AGENT, LEAD, ADMIN, AUDITOR})
    Organisation own(Caller caller, HttpServletRequest request, HttpServletResponse response) {
        Parameters.none(request);
        freshness.await(View.PEOPLE, request, response);
        Organisation own = own(caller.tenant().value());
        VersionTag.set(own.version(), response);
        return own;
    }

    private Organisation own(UUID tenant) {
        return jdbc.sql(
                        """
                        SELECT tenant AS id, name, set_up, version
                        FROM people.organisation WHERE tenant = ?
                        """)
                .param(tenant)
                .query(Organisation.class)
                .optional()
                .orElse(new Organisation(tenant, null, false, -1));
    }
}
