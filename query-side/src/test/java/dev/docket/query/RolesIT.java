package dev.docket.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.event.people.Role;
import java.net.http.HttpRequest;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import tools.jackson.databind.JsonNode;

/** Who may ask what: every route of the query side with every role, and without a token. */
@ExtendWith(OnQueryPlatform.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RolesIT {

    private static final Set<Role> ALL = EnumSet.allOf(Role.class);
    private static final Set<Role> NOT_REQUESTERS =
            EnumSet.complementOf(EnumSet.of(Role.REQUESTER));
    private static final Set<Role> WRITERS = EnumSet.of(Role.AGENT, Role.LEAD, Role.ADMIN);
    private static final Set<Role> AUDITORS = EnumSet.of(Role.AUDITOR, Role.ADMIN);

    /** Of those routes that want one. */
    private static final String BODY = "{\"subject\": \"anything\"}";

    private static final String TEXT = "{\"body\": \"anything\"}";

    record Route(String method, String pattern, String example, String body, Set<Role> allowed) {

        Route(String pattern, Set<Role> allowed) {
            this("GET", pattern, pattern, allowed);
        }

        Route(String method, String pattern, String example, Set<Role> allowed) {
            this(method, pattern, example, "", allowed);
        }
    }

    /** Their id is not that of a ticket, as which it is asked for. */
    private static final Set<String> NOT_OF_A_TICKET =
            Set.of("/api/v1/audit/replay-checks/{id}", "/api/v1/attachments/{id}");

    private static final List<Route> ROUTES =
            List.of(
                    new Route("/api/v1/tickets", ALL),
                    new Route("/api/v1/tickets/count", ALL),
                    new Route("/api/v1/views", NOT_REQUESTERS),
                    new Route("/api/v1/tickets/{ticket}", ALL),
                    new Route("/api/v1/tickets/{ticket}/conversation", ALL),
                    new Route("/api/v1/tickets/{ticket}/similar", ALL),
                    new Route("POST", "/api/v1/similar", "/api/v1/similar", BODY, ALL),
                    new Route("/api/v1/attachments/{id}", ALL),
                    new Route(
                            "GET",
                            "/api/v1/search/tickets",
                            "/api/v1/search/tickets?q=anything",
                            ALL),
                    new Route("/api/v1/search/tickets/completions", ALL),
                    new Route("/api/v1/articles", ALL),
                    new Route("/api/v1/articles/stale", NOT_REQUESTERS),
                    new Route(
                            "POST",
                            "/api/v1/articles/preview",
                            "/api/v1/articles/preview",
                            TEXT,
                            WRITERS),
                    new Route("/api/v1/articles/{article}", ALL),
                    new Route("/api/v1/articles/{article}/revisions", ALL),
                    new Route(
                            "GET",
                            "/api/v1/articles/{article}/revisions/{revision}",
                            "/api/v1/articles/{article}/revisions/1",
                            ALL),
                    new Route(
                            "GET",
                            "/api/v1/articles/{article}/revisions/{from}/difference/{to}",
                            "/api/v1/articles/{article}/revisions/1/difference/1",
                            ALL),
                    new Route("/api/v1/articles/{article}/votes", NOT_REQUESTERS),
                    new Route("/api/v1/categories", ALL),
                    new Route("/api/v1/synonyms", NOT_REQUESTERS),
                    new Route("/api/v1/knowledge-base/settings", NOT_REQUESTERS),
                    new Route("/api/v1/analytics/searches", NOT_REQUESTERS),
                    new Route("/api/v1/analytics/searches/unanswered", NOT_REQUESTERS),
                    new Route(
                            "GET",
                            "/api/v1/search/articles",
                            "/api/v1/search/articles?q=anything",
                            ALL),
                    new Route("GET", "/api/v1/suggest", "/api/v1/suggest?q=any", ALL),
                    new Route("/api/v1/people", NOT_REQUESTERS),
                    new Route("/api/v1/organisation", ALL),
                    new Route("/api/v1/analytics/volume", NOT_REQUESTERS),
                    new Route("/api/v1/analytics/first-response", NOT_REQUESTERS),
                    new Route("/api/v1/analytics/resolution", NOT_REQUESTERS),
                    new Route("/api/v1/analytics/reopen-rate", NOT_REQUESTERS),
                    new Route("/api/v1/analytics/backlog", NOT_REQUESTERS),
                    new Route("/api/v1/analytics/load", NOT_REQUESTERS),
                    new Route("/api/v1/analytics/dashboard", NOT_REQUESTERS),
                    new Route("/api/v1/audit/tickets/{id}/events", AUDITORS),
                    new Route("/api/v1/audit/tickets/{id}", AUDITORS),
                    new Route("/api/v1/audit/events", AUDITORS),
                    new Route("/api/v1/audit/replay-checks", AUDITORS),
                    new Route("/api/v1/audit/replay-checks/{id}", AUDITORS),
                    new Route(
                            "POST",
                            "/api/v1/audit/replay-checks",
                            "/api/v1/audit/replay-checks",
                            AUDITORS));

    /** What is public, the console, and where a first message says who it is. */
    private static final Set<String> PAGES =
            Set.of(
                    "GET /",
                    "GET /console",
                    "GET /console/config.json",
                    "GET /console/{*path}",
                    "GET /api/v1/live",
                    "GET /kb/{organisation}",
                    "GET /kb/{organisation}/categories/{category}",
                    "GET /kb/{organisation}/articles/{article}",
                    "GET /kb/{organisation}/articles/{article}/{slug}",
                    "GET /kb/{organisation}/search",
                    "GET /kb/{organisation}/sitemap.xml",
                    "GET /kb/assets/{name}");

    private final QueryPlatform platform;

    RolesIT(QueryPlatform platform) {
        this.platform = platform;
    }

    @Test
    void every_route_of_the_query_side_is_in_the_table() {
        Set<String> routes = new TreeSet<>();
        platform.routes()
                .getHandlerMethods()
                .forEach((mapping, method) -> {
                    if (isOurs(method)) {
                        routes.addAll(names(mapping));
                    }
                });

        assertThat(routes)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(
                                        PAGES.stream(),
                                        ROUTES.stream()
                                                .map(route ->
                                                        route.method() + " " + route.pattern()))
                                .toList());
    }

    private static boolean isOurs(HandlerMethod method) {
        return method.getBeanType().getName().startsWith("dev.docket.query.");
    }

    private static List<String> names(RequestMappingInfo mapping) {
        return mapping.getPatternValues().stream()
                .flatMap(pattern ->
                        mapping.getMethodsCondition().getMethods().stream()
                                .map(method -> method + " " + pattern))
                .toList();
    }

    static Stream<Arguments> everyRouteAndRole() {
        return ROUTES.stream()
                .flatMap(route ->
                        Arrays.stream(Role.values()).map(role -> Arguments.of(route, role)));
    }

    @ParameterizedTest
    @MethodSource("everyRouteAndRole")
    void a_route_answers_the_roles_that_it_names_and_no_other(Route route, Role role) {
        Someone caller = Someone.ofNewOrganisation(role);
        UUID asked =
                route.pattern().contains("{article}")
                        ? Articles.article(caller, "Of the caller").publish(platform)
                        : Tickets.ticket(caller, "Of the caller").open(platform);

        Answer answer = ask(route, caller, asked);

        if (route.allowed().contains(role)) {
            assertThat(answer.status()).as(answer.text()).isIn(200, 202, 404);
            assertThat(answer.status() == 404).isEqualTo(NOT_OF_A_TICKET.contains(route.pattern()));
        } else {
            assertProblem(answer, 403, "role-missing");
        }
    }

    private Answer ask(Route route, Someone caller, UUID ticket) {
        platform.get(caller, "/api/v1/tickets");
        platform.get(caller.colleague(Role.AGENT), "/api/v1/articles");
        Answer answer =
                platform.send(
                        platform.request(caller, path(route, ticket))
                                .header("Docket-Position", Long.toString(platform.head()))
                                .header("Content-Type", "application/json")
                                .method(route.method(), body(route)));
        return answer.status() == 409 ? ask(route, caller, ticket) : answer;
    }

    private static HttpRequest.BodyPublisher body(Route route) {
        return route.body().isEmpty()
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(route.body());
    }

    private static String path(Route route, UUID id) {
        return route.example().replaceAll("\\{[a-z]+}", id.toString());
    }

    static Stream<Route> everyRoute() {
        return ROUTES.stream();
    }

    @ParameterizedTest
    @MethodSource("everyRoute")
    void nobody_gets_in_without_a_token(Route route) {
        Answer answer =
                platform.send(
                        platform.requestWithoutToken(path(route, UUID.randomUUID()))
                                .method(route.method(), HttpRequest.BodyPublishers.noBody()));

        assertProblem(answer, 401, "not-signed-in");
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
    }

    @ParameterizedTest
    @MethodSource("everyRoute")
    void somebody_without_any_role_gets_nothing(Route route) {
        Someone nobody = Someone.ofNewOrganisation();

        assertProblem(ask(route, nobody, UUID.randomUUID()), 403, "role-missing");
    }

    @Test
    void a_requester_sees_their_own_tickets_and_no_notes() {
        Someone requester = Someone.ofNewOrganisation(Role.REQUESTER);
        Someone other = requester.colleague(Role.REQUESTER);
        Someone agent = requester.colleague(Role.AGENT);
        UUID own = Tickets.ticket(requester, "My ferret").open(platform);
        UUID theirs = Tickets.ticket(other, "Their ferret").open(platform);
        for (UUID ticket : List.of(own, theirs)) {
            platform.append(
                    agent,
                    ticket,
                    Tickets.reply(ticket, agent, "A ferret, noted"),
                    Tickets.note(ticket, agent, "A secret about the ferret"));
        }

        assertThat(platform.get(requester, "/api/v1/tickets").items("subject"))
                .containsExactly("My ferret");
        assertThat(platform.get(requester, "/api/v1/tickets?requester=" + other.person()).items())
                .isEmpty();
        assertThat(platform.get(requester, "/api/v1/search/tickets?q=ferret").items("subject"))
                .containsExactly("My ferret");
        assertThat(platform.get(requester, "/api/v1/search/tickets?q=secret").items()).isEmpty();
        assertThat(platform.get(requester, conversation(own)).items("body"))
                .containsExactly("A ferret, noted");
        assertThat(platform.get(agent, conversation(own)).items("body"))
                .containsExactly("A ferret, noted", "A secret about the ferret");
        String number =
                platform.get(other, "/api/v1/tickets/" + theirs).body().path("number").asString();
        for (String hidden : List.of(theirs.toString(), number)) {
            assertProblem(
                    platform.get(requester, "/api/v1/tickets/" + hidden), 404, "ticket-not-found");
            assertProblem(
                    platform.get(requester, "/api/v1/tickets/" + hidden + "/conversation"),
                    404,
                    "ticket-not-found");
        }
    }

    private static String conversation(UUID ticket) {
        return "/api/v1/tickets/" + ticket + "/conversation";
    }

    private static void assertProblem(Answer answer, int status, String type) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        JsonNode problem = answer.body();
        assertThat(problem.path("type").asString()).endsWith("/" + type);
        assertThat(problem.path("rule").asString()).isEqualTo(type);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
    }
}
