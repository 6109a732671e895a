package dev.docket.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.event.attachment.AttachedFile;
import dev.docket.event.knowledge.ArticleId;
import dev.docket.event.knowledge.ArticleVoteEvent.VoteCast;
import dev.docket.event.knowledge.KnowledgeBaseEvent.SynonymsAdded;
import dev.docket.event.knowledge.SearchesEvent.Among;
import dev.docket.event.knowledge.SearchesEvent.Searched;
import dev.docket.event.knowledge.SearchesEvent.SearchesCounted;
import dev.docket.event.knowledge.SynonymsId;
import dev.docket.event.knowledge.Visibility;
import dev.docket.event.people.OrganisationEvent.OrganisationRenamed;
import dev.docket.event.people.OrganisationEvent.OrganisationSetUp;
import dev.docket.event.people.Role;
import dev.docket.event.ticket.SavedViewId;
import dev.docket.event.ticket.SavedViewsEvent.ViewSaved;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Nothing of one organisation can be read by another, by any route. */
@ExtendWith(OnQueryPlatform.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OrganisationsIT {

    private static final String SECRET = "Xylophone";

    private final QueryPlatform platform;
    private final Someone ours = Someone.ofNewOrganisation(Role.ADMIN, Role.AUDITOR);
    private final Someone theirs = Someone.ofNewOrganisation(Role.ADMIN, Role.AUDITOR);
    private final UUID team = UUID.randomUUID();
    private UUID ticket = new UUID(0, 0);
    private UUID attachment = new UUID(0, 0);
    private UUID picture = new UUID(0, 0);
    private UUID article = new UUID(0, 0);
    private UUID category = new UUID(0, 0);
    private String number = "";

    OrganisationsIT(QueryPlatform platform) {
        this.platform = platform;
    }

    @BeforeEach
    void two_organisations() {
        platform.append(
                theirs,
                theirs.tenant().value(),
                new OrganisationRenamed(theirs.tenant(), null, SECRET + " Ltd"));
        category = Articles.category(platform, theirs, null, SECRET, Visibility.AGENTS);
        Articles.base(
                platform,
                theirs,
                new SynonymsAdded(
                        new SynonymsId(UUID.randomUUID()), new TreeSet<>(List.of(SECRET, "x"))));
        platform.append(
                theirs,
                UUID.randomUUID(),
                new SearchesCounted(
                        Instant.now(), List.of(new Searched(Among.ARTICLES, SECRET, 1, 1, 0))));
        platform.append(
                theirs,
                UUID.randomUUID(),
                new ViewSaved(
                        theirs.person(),
                        new SavedViewId(UUID.randomUUID()),
                        SECRET,
                        Tickets.selection(SECRET)));
        for (int n = 0; n < 3; n++) {
            article =
                    Articles.article(theirs, SECRET + " article")
                            .saying(SECRET, SECRET)
                            .within(category, SECRET)
                            .to(Visibility.requestersAnd(new TreeSet<>()))
                            .publish(platform);
            AttachedFile shown = Tickets.file(platform, SECRET + ".png", "image/png", SECRET);
            picture = shown.attachment().value();
            Articles drawn = Articles.article(theirs, SECRET + " with a picture");
            drawn.attach(platform, drawn.draft(platform), 2, shown);
            Articles.article(ours, "An own article").publish(platform);
            platform.append(
                    theirs,
                    UUID.randomUUID(),
                    new VoteCast(new ArticleId(article), theirs.person(), null, true, SECRET));
            ticket =
                    Tickets.ticket(theirs, SECRET + " ticket")
                            .in(SECRET + "/category", SECRET)
                            .assignedTo(team, theirs)
                            .open(platform);
            platform.append(
                    theirs,
                    ticket,
                    Tickets.reply(ticket, theirs, SECRET + " reply"),
                    Tickets.note(ticket, theirs, SECRET + " note"));
            AttachedFile file = Tickets.file(platform, SECRET + ".txt", "text/plain", SECRET);
            attachment = file.attachment().value();
            platform.append(theirs, ticket, Tickets.files(ticket, null, file));
            Tickets.register(platform, theirs.colleague(Role.AGENT), SECRET + " person " + n);
            UUID own = Tickets.ticket(ours, "An own ticket").open(platform);
            platform.append(ours, own, Tickets.reply(own, ours, "An own reply"));
            Tickets.register(platform, ours.colleague(Role.AGENT), "A colleague " + n);
        }
        Answer seen = platform.get(theirs, "/api/v1/tickets/" + ticket);
        number = seen.body().path("number").asString();
        assertThat(seen.text()).contains(SECRET);
    }

    static Stream<String> routes() {
        return Stream.of(
                "/tickets",
                "/tickets?limit=200",
                "/tickets?assignee={person}",
                "/tickets?requester={person}",
                "/tickets?team={team}",
                "/tickets?category=Xylophone",
                "/tickets?tags=Xylophone",
                "/tickets?subject=Xylophone",
                "/views",
                "/tickets/{id}",
                "/tickets/{number}",
                "/tickets/{id}/conversation",
                "/tickets/{number}/conversation",
                "/tickets/{id}/similar",
                "/tickets/{number}/similar",
                "/attachments/{attachment}",
                "/attachments/{picture}",
                "/search/tickets?q=Xylophone&facets=true",
                "/search/tickets?q=ticket&facets=true",
                "/search/tickets?q={number}",
                "/search/tickets?q=ticket&requester={person}",
                "/search/tickets?q=-nonsense",
                "/search/tickets?q=tag:xylophone+OR+assignee:{person}",
                "/search/tickets?q=assignee:{person}",
                "/search/tickets?q=xylo*",
                "/search/tickets?q=team:{team}",
                "/search/tickets/completions?q=tag:xy",
                "/search/tickets/completions?q=category:",
                "/search/tickets/completions?q=team:",
                "/search/tickets/completions?q=requester:xylo",
                "/articles",
                "/articles?draft=true",
                "/articles?tags=Xylophone",
                "/articles?category={category}",
                "/articles/{article}",
                "/articles/{article}?draft=true",
                "/articles/{article}?organisation={tenant}",
                "/articles/{article}/revisions",
                "/articles/{article}/revisions/1",
                "/articles/{article}/revisions/1/difference/1",
                "/articles/{article}/votes",
                "/articles?organisation={tenant}",
                "/categories",
                "/categories?organisation={tenant}",
                "/synonyms",
                "/analytics/searches",
                "/analytics/searches/unanswered",
                "/search/articles?q=Xylophone&facets=true",
                "/search/articles?q=article&facets=true",
                "/search/articles?q=article&draft=true",
                "/search/articles?q=Xylophone&organisation={tenant}",
                "/suggest?q=xyl",
                "/suggest?q=xyl&organisation={tenant}",
                "/people",
                "/people?q=Xylophone",
                "/organisation",
                "/analytics/volume?groupBy=category",
                "/analytics/volume?groupBy=agent",
                "/analytics/volume?groupBy=team",
                "/analytics/first-response?groupBy=category",
                "/analytics/resolution?groupBy=category",
                "/analytics/reopen-rate?groupBy=category",
                "/analytics/backlog?groupBy=category",
                "/analytics/load",
                "/analytics/load?groupBy=team",
                "/audit/events?limit=200",
                "/audit/events?actor={person}",
                "/audit/tickets/{id}",
                "/audit/tickets/{id}/events");
    }

    @ParameterizedTest
    @MethodSource("routes")
    void no_route_tells_of_another_organisation(String route) {
        Answer seen = platform.get(theirs, path(route));
        assertThat(seen.status()).isEqualTo(200);
        assertThat(isToldOf(seen)).as("the others see it: %s", seen.text()).isTrue();

        Answer hidden = platform.get(ours, path(route));

        assertThat(hidden.status()).isIn(200, 404);
        assertThat(isToldOf(hidden)).as(hidden.text()).isFalse();
    }

    @Test
    void an_export_tells_of_its_own_organisation_only() {
        for (Someone one : List.of(ours, theirs)) {
            Answer export = platform.getAs(one, "/api/v1/audit/events", "application/x-ndjson");

            assertThat(export.text().lines()).isNotEmpty();
            assertThat(isToldOf(export)).isEqualTo(one.equals(theirs));
        }
    }

    @Test
    void the_dashboard_counts_an_organisations_own_tickets() {
        Answer dashboard = platform.get(ours, "/api/v1/analytics/dashboard");

        assertThat(dashboard.body().path("byStatus").toString()).isEqualTo("{\"open\":3}");
        assertThat(dashboard.body().path("today").path("opened").asLong()).isEqualTo(3);
    }

    /** A problem repeats the address that was asked for, which tells nobody anything. */
    private boolean isToldOf(Answer answer) {
        String told = answer.text().replace(answer.http().uri().getPath(), "");
        return Stream.of(
                        SECRET,
                        ticket.toString(),
                        article.toString(),
                        theirs.person().toString(),
                        team.toString())
                .anyMatch(told::contains);
    }

    private String path(String route) {
        return "/api/v1"
                + route.replace("{id}", ticket.toString())
                        .replace("{attachment}", attachment.toString())
                        .replace("{picture}", picture.toString())
                        .replace("{article}", article.toString())
                        .replace("{category}", category.toString())
                        .replace("{tenant}", theirs.tenant().toString())
                        .replace("{number}", number)
                        .replace("{person}", theirs.person().toString())
                        .replace("{team}", team.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/tickets",
                "/tickets?sort=number",
                "/search/tickets?q=ticket",
                "/search/articles?q=article",
                "/people",
                "/audit/events",
                "/audit/events?sort=-position",
                "/articles",
                "/articles?draft=true",
            })
    void a_cursor_of_one_organisation_does_not_work_in_another(String list) {
        String path = QueryPlatform.with("/api/v1" + list, "limit", "1");
        String cursor = platform.get(theirs, path).nextCursor();
        assertThat(cursor).isNotEmpty();

        Answer answer = platform.get(ours, QueryPlatform.with(path, "cursor", cursor));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("rule").asString()).isEqualTo("wrong-cursor");
        assertThat(platform.get(theirs, QueryPlatform.with(path, "cursor", cursor)).status())
                .isEqualTo(200);
    }

    @Test
    void an_organisation_is_as_it_was_named_last_and_set_up_once_it_is() {
        Someone requester = ours.colleague(Role.REQUESTER);
        JsonNode untouched = platform.get(requester, "/api/v1/organisation").body();
        assertThat(untouched.path("id").asString()).isEqualTo(ours.tenant().toString());
        assertThat(untouched.hasNonNull("name")).isFalse();
        assertThat(untouched.path("setUp").asBoolean()).isFalse();

        platform.append(
                ours,
                ours.tenant().value(),
                new OrganisationRenamed(ours.tenant(), null, "Acme"),
                new OrganisationSetUp(ours.tenant(), false),
                new OrganisationRenamed(ours.tenant(), "Acme", "Acme & Sons"));

        Answer named = platform.get(requester, "/api/v1/organisation");
        assertThat(named.body().path("name").asString()).isEqualTo("Acme & Sons");
        assertThat(named.body().path("setUp").asBoolean()).isTrue();
        assertThat(named.header("ETag")).isEqualTo("\"2\"");
    }

    @Test
    void people_are_walked_once_each_whatever_they_are_called() {
        Someone admin = Someone.ofNewOrganisation(Role.ADMIN);
        List<String> names =
                List.of(
                        "Same",
                        "same",
                        "SAME",
                        "A|B",
                        "a\\b",
                        "%",
                        "_",
                        "İrem",
                        "ΣΊΣΥΦΟΣ",
                        "straße",
                        "ß",
                        "Zoë",
                        "Ångström",
                        "李",
                        "n".repeat(120),
                        "𝒳",
                        "O'Hara");
        names.forEach(name -> Tickets.register(platform, admin.colleague(Role.AGENT), name));

        for (int limit : new int[] {1, 2, 5}) {
            List<String> walked =
                    platform.walk(admin, "/api/v1/people?limit=" + limit).stream()
                            .flatMap(page -> page.items().stream())
                            .map(person -> person.path("name"))
                            .map(JsonNode::asString)
                            .toList();
            assertThat(walked).containsExactlyInAnyOrderElementsOf(names);
        }
    }
}
