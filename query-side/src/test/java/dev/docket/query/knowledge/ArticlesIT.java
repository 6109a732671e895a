package dev.docket.query.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.event.TenantId;
import dev.docket.event.knowledge.ArticleEvent.ArticleArchived;
import dev.docket.event.knowledge.ArticleEvent.ArticleConfirmed;
import dev.docket.event.knowledge.ArticleEvent.ArticleFeatured;
import dev.docket.event.knowledge.ArticleEvent.ArticleLinked;
import dev.docket.event.knowledge.ArticleEvent.ArticlePublished;
import dev.docket.event.knowledge.ArticleEvent.ArticleUnlinked;
import dev.docket.event.knowledge.ArticleEvent.ArticleWithdrawn;
import dev.docket.event.knowledge.ArticleId;
import dev.docket.event.knowledge.ArticleVoteEvent.VoteCast;
import dev.docket.event.knowledge.CategoryId;
import dev.docket.event.knowledge.KnowledgeBaseEvent.CategoryRemoved;
import dev.docket.event.knowledge.KnowledgeBaseEvent.CategoryVisibilityChanged;
import dev.docket.event.knowledge.KnowledgeBaseEvent.StalenessChanged;
import dev.docket.event.knowledge.KnowledgeBaseEvent.SynonymsAdded;
import dev.docket.event.knowledge.SearchesEvent.Among;
import dev.docket.event.knowledge.SearchesEvent.Searched;
import dev.docket.event.knowledge.SearchesEvent.SearchesCounted;
import dev.docket.event.knowledge.SynonymsId;
import dev.docket.event.knowledge.Visibility;
import dev.docket.event.people.Role;
import dev.docket.event.ticket.Status;
import dev.docket.event.ticket.TicketEvent.TicketReopened;
import dev.docket.event.ticket.TicketId;
import dev.docket.index.ArticleIndex;
import dev.docket.index.ElasticsearchProperties;
import dev.docket.query.Answer;
import dev.docket.query.Articles;
import dev.docket.query.OnQueryPlatform;
import dev.docket.query.QueryPlatform;
import dev.docket.query.Someone;
import dev.docket.query.Tickets;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(OnQueryPlatform.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ArticlesIT {

    private static final String LIST = "/api/v1/articles";

    private final QueryPlatform platform;
    private final Someone agent = Someone.ofNewOrganisation(Role.AGENT);
    private final Someone requester = agent.colleague(Role.REQUESTER);
    private final Someone friend = Someone.ofNewOrganisation(Role.REQUESTER);
    private final Someone stranger = Someone.ofNewOrganisation(Role.ADMIN);

    ArticlesIT(QueryPlatform platform) {
        this.platform = platform;
    }

    private Visibility forFriends() {
        return Visibility.requestersAnd(new TreeSet<>(List.of(friend.tenant())));
    }

    private String at(String path) {
        return QueryPlatform.with(path, "organisation", agent.tenant().toString());
    }

    /** Nobody waits for those who could not have written anything: the agent asks before. */
    private Answer anonymously(String path) {
        platform.get(agent, at(path));
        return platform.send(platform.requestWithoutToken(at(path)));
    }

    private static String path(UUID article) {
        return LIST + "/" + article;
    }

    @ParameterizedTest
    @CsvSource({
        // article, category, anybody, stranger, friend, requester
        "PUBLIC,     PUBLIC,     200, 200, 200, 200",
        "PUBLIC,     REQUESTERS, 404, 404, 200, 200",
        "REQUESTERS, PUBLIC,     404, 404, 200, 200",
        "AGENTS,     PUBLIC,     404, 404, 404, 404",
        "PUBLIC,     AGENTS,     404, 404, 404, 404",
    })
    void an_article_is_seen_by_whom_it_and_its_category_let(
            Visibility.Audience own,
            Visibility.Audience outer,
            int anybody,
            int strangers,
            int friends,
            int requesters) {
        UUID top = Articles.category(platform, agent, null, "Top", visibility(outer));
        UUID below = Articles.category(platform, agent, top, "Below", Visibility.PUBLIC);
        UUID article =
                Articles.article(agent, "Seen").within(below).to(visibility(own)).publish(platform);

        String path = path(article);
        assertThat(platform.get(agent, path).status()).isEqualTo(200);
        assertThat(platform.get(requester, path).status()).isEqualTo(requesters);
        assertThat(platform.get(friend, at(path)).status()).isEqualTo(friends);
        assertThat(platform.get(stranger, at(path)).status()).isEqualTo(strangers);
        assertThat(anonymously(path).status()).isEqualTo(anybody);
        for (Someone one : List.of(requester, friend, stranger)) {
            Answer seen = platform.get(one, at(path));
            assertThat(platform.get(one, at(LIST)).items()).hasSize(seen.status() == 200 ? 1 : 0);
            assertThat(platform.get(one, at("/api/v1/search/articles?q=seen")).items())
                    .hasSize(seen.status() == 200 ? 1 : 0);
            assertThat(platform.get(one, at("/api/v1/suggest?q=se")).items())
                    .hasSize(seen.status() == 200 ? 1 : 0);
        }
        assertThat(anonymously(LIST).items()).hasSize(anybody == 200 ? 1 : 0);
    }

    private Visibility visibility(Visibility.Audience audience) {
        return switch (audience) {
            case PUBLIC -> Visibility.PUBLIC;
            case REQUESTERS -> forFriends();
            case AGENTS -> Visibility.AGENTS;
        };
    }

    @Test
    void what_others_show_is_among_ones_own_and_public_articles_of_strangers_are_not() {
        UUID shared = Articles.article(agent, "Shared").to(forFriends()).publish(platform);
        Articles.article(agent, "Public").publish(platform);
        Articles.article(friend, "Own").publish(platform);

        assertThat(platform.get(friend, LIST).items("title"))
                .containsExactlyInAnyOrder("Own", "Shared");
        assertThat(platform.get(friend, path(shared)).status()).isEqualTo(200);
        assertThat(platform.get(friend, "/api/v1/search/articles?q=shared").items("title"))
                .containsExactly("Shared");
    }

    @Test
    void readers_see_the_published_revision_and_agents_the_newest_too() {
        Articles first = Articles.article(agent, "First").saying("Brief", "# Head\n\n*body*");
        UUID article = first.publish(platform);
        Articles.article(agent, "Second").edit(platform, article, 2, "better");

        Answer read = platform.get(requester, path(article));
        assertThat(read.body().path("title").asString()).isEqualTo("First");
        assertThat(read.body().path("html").asString())
                .contains("<h1 id=\"s-head\">Head</h1>", "<em>body</em>");
        assertThat(read.body().path("readingMinutes").asInt()).isEqualTo(1);
        assertThat(read.body().has("work")).isFalse();
        Answer draft = platform.get(agent, path(article) + "?draft=true");
        assertThat(draft.body().path("title").asString()).isEqualTo("Second");
        assertThat(draft.body().path("work").path("state").asString()).isEqualTo("draft");
        assertThat(draft.body().path("work").path("published").asInt()).isOne();
        assertThat(draft.header("ETag")).isEqualTo("\"2\"");
        assertThat(platform.get(requester, path(article) + "?draft=true").status()).isEqualTo(403);
        assertThat(platform.get(stranger, at(path(article) + "?draft=true")).status())
                .isEqualTo(403);
        assertThat(platform.get(agent, LIST + "?state=draft").items("title"))
                .containsExactly("Second");
        assertThat(platform.get(agent, LIST).items("title")).containsExactly("First");
    }

    @Test
    void readers_compare_the_revisions_that_were_published() {
        UUID article = Articles.article(agent, "A b c").saying("", "one two").publish(platform);
        Articles.article(agent, "A x c").saying("", "one two").edit(platform, article, 2, "x");
        Articles third = Articles.article(agent, "A y c").saying("", "one three");
        third.edit(platform, article, 3, "y");
        platform.append(
                agent,
                article,
                new ArticlePublished(new ArticleId(article), 3, 1, third.content()));

        String revisions = path(article) + "/revisions";
        assertThat(platform.get(agent, revisions).items("revision")).containsExactly("3", "2", "1");
        assertThat(platform.get(agent, revisions).items("reason")).startsWith("y", "x");
        assertThat(platform.get(requester, revisions).items("revision")).containsExactly("3", "1");
        assertThat(anonymously(revisions + "/1").body().path("body").asString())
                .isEqualTo("one two");
        assertThat(anonymously(revisions + "/2").status()).isEqualTo(404);
        assertThat(anonymously(revisions + "/1/difference/2").status()).isEqualTo(404);
        assertThat(anonymously(revisions + "/1/difference/3").body().path("body").toString())
                .isEqualTo(
                        "[{\"kind\":\"same\",\"text\":\"one \"},"
                                + "{\"kind\":\"removed\",\"text\":\"two\"},"
                                + "{\"kind\":\"added\",\"text\":\"three\"}]");
    }

    @Test
    void a_list_is_filtered_and_walked_once() {
        UUID top = Articles.category(platform, agent, null, "Top", Visibility.PUBLIC);
        UUID below = Articles.category(platform, agent, top, "Below", Visibility.PUBLIC);
        List<String> all = new ArrayList<>();
        for (int n = 0; n < 7; n++) {
            Articles article = Articles.article(agent, "Article " + n);
            all.add("Article " + n);
            UUID id =
                    (n % 2 == 0 ? article.within(below, "even", "all") : article.in("pt-BR"))
                            .publish(platform);
            if (n == 4) {
                platform.append(agent, id, new ArticleFeatured(new ArticleId(id)));
            }
        }

        for (String list : List.of(LIST + "?limit=2", LIST + "?draft=true&limit=3")) {
            List<String> walked =
                    platform.walk(agent, list).stream()
                            .flatMap(page -> page.items("title").stream())
                            .toList();
            assertThat(walked).containsExactlyInAnyOrderElementsOf(all);
        }
        assertThat(platform.get(requester, LIST + "?category=" + top).items()).hasSize(4);
        assertThat(platform.get(requester, LIST + "?tags=even,all").items()).hasSize(4);
        assertThat(platform.get(requester, LIST + "?tags=even,odd").items()).isEmpty();
        assertThat(platform.get(requester, LIST + "?language=pt").items()).hasSize(3);
        assertThat(platform.get(requester, LIST + "?language=pt-PT").items()).isEmpty();
        assertThat(platform.get(requester, LIST + "?featured=true").items("title"))
                .containsExactly("Article 4");
        String categories = platform.get(requester, "/api/v1/categories?language=de").text();
        assertThat(categories).contains("Below auf Deutsch", "\"articles\":4");
    }

    @Test
    void a_category_that_changes_changes_what_is_in_it() {
        UUID top = Articles.category(platform, agent, null, "Top", Visibility.PUBLIC);
        UUID below = Articles.category(platform, agent, top, "Below", Visibility.PUBLIC);
        UUID article = Articles.article(agent, "Moved").within(below).publish(platform);
        String search = at("/api/v1/search/articles?q=moved");
        assertThat(platform.get(stranger, search).items()).hasSize(1);

        Articles.base(
                platform,
                agent,
                new CategoryVisibilityChanged(
                        new CategoryId(top), Visibility.PUBLIC, Visibility.AGENTS));

        assertThat(platform.get(stranger, search).items()).isEmpty();
        assertThat(platform.get(stranger, at(path(article))).status()).isEqualTo(404);
        assertThat(platform.get(stranger, at("/api/v1/categories")).items()).isEmpty();
        assertThat(platform.get(agent, "/api/v1/search/articles?q=moved").items()).hasSize(1);

        Articles.base(
                platform, agent, new CategoryRemoved(new CategoryId(below), new CategoryId(top)));

        assertThat(platform.get(agent, path(article)).body().path("category").asString())
                .isEqualTo(top.toString());
        assertThat(platform.get(agent, "/api/v1/search/articles?q=moved&category=" + top).items())
                .hasSize(1);
    }

    @Test
    void what_is_archived_is_gone_for_readers() {
        UUID article = Articles.article(agent, "Gone").publish(platform);
        platform.append(agent, article, new ArticleArchived(new ArticleId(article), 1, "old"));

        assertThat(platform.get(requester, path(article)).status()).isEqualTo(404);
        assertThat(platform.get(requester, path(article) + "/revisions").status()).isEqualTo(404);
        assertThat(platform.get(requester, "/api/v1/search/articles?q=gone").items()).isEmpty();
        assertThat(platform.get(agent, LIST + "?state=archived").items()).hasSize(1);
        assertThat(platform.get(agent, "/api/v1/search/articles?q=gone&draft=true").items())
                .hasSize(1);
    }

    @Test
    void translations_know_each_other() {
        UUID english = Articles.article(agent, "Reset").publish(platform);
        UUID german =
                Articles.article(agent, "Zurücksetzen")
                        .in("de")
                        .translating(english)
                        .publish(platform);
        Articles.article(agent, "Hidden")
                .to(Visibility.AGENTS)
                .translating(english)
                .publish(platform);

        assertThat(anonymously(path(english)).body().path("translations").toString())
                .isEqualTo(
                        "[{\"id\":\"%s\",\"language\":\"de\",\"title\":\"Zurücksetzen\"}]"
                                .formatted(german));
        assertThat(platform.get(agent, path(german)).body().path("translations")).hasSize(2);
    }

    @Test
    void votes_are_counted_for_all_and_shown_to_agents() {
        UUID article = Articles.article(agent, "Voted").publish(platform);
        for (int n = 0; n < 3; n++) {
            Someone voter = requester.colleague(Role.REQUESTER);
            platform.append(
                    voter,
                    UUID.randomUUID(),
                    new VoteCast(
                            new ArticleId(article), voter.person(), null, n > 0, "Because " + n));
        }

        Answer seen = platform.get(requester, path(article));
        assertThat(seen.body().path("helpful").asInt()).isEqualTo(2);
        assertThat(seen.body().path("unhelpful").asInt()).isEqualTo(1);
        assertThat(
                        platform.walk(agent, path(article) + "/votes?limit=2").stream()
                                .flatMap(page -> page.items("comment").stream()))
                .containsExactly("Because 2", "Because 1", "Because 0");
        assertThat(platform.get(requester, path(article) + "/votes").status()).isEqualTo(403);
        assertThat(platform.get(stranger, path(article) + "/votes").status()).isEqualTo(404);
    }

    @Test
    void what_an_article_said_to_fewer_people_stays_with_them() {
        UUID inside = Articles.category(platform, agent, null, "Inside", Visibility.AGENTS);
        Articles internal = Articles.article(agent, "Call 5511").to(Visibility.AGENTS);
        UUID article = internal.publish(platform);
        publish(article, 2, internal.to(forFriends()));
        publish(article, 3, internal.to(Visibility.PUBLIC).within(inside));
        publish(article, 4, Articles.article(agent, "Call us"));

        String revisions = path(article) + "/revisions";
        assertThat(platform.get(agent, revisions).items("revision"))
                .containsExactly("4", "3", "2", "1");
        assertThat(platform.get(requester, revisions).items("revision")).containsExactly("4", "2");
        assertThat(platform.get(friend, at(revisions)).items("revision")).containsExactly("4", "2");
        assertThat(platform.get(stranger, at(revisions)).items("revision")).containsExactly("4");
        assertThat(anonymously(revisions).items("revision")).containsExactly("4");
        assertThat(anonymously(revisions).text()).doesNotContain("reason", "for the records");
        assertThat(anonymously(revisions + "/1").status()).isEqualTo(404);
        assertThat(anonymously(revisions + "/3/difference/4").status()).isEqualTo(404);

        Articles.base(platform, agent, new CategoryRemoved(new CategoryId(inside), null));
        assertThat(anonymously(revisions).items("revision")).containsExactly("4");
    }

    private void publish(UUID article, int revision, Articles content) {
        content.edit(platform, article, revision, "for the records");
        platform.append(
                agent,
                article,
                new ArticlePublished(
                        new ArticleId(article), revision, revision - 1, content.content()));
    }

    @Test
    void the_age_of_what_others_share_is_their_own_affair() {
        Articles.base(platform, friend, new StalenessChanged(12, 3));
        Articles lent =
                Articles.article(friend, "Lent")
                        .to(Visibility.requestersAnd(new TreeSet<>(List.of(agent.tenant()))));
        UUID id = lent.draft(platform);
        platform.append(
                friend,
                Instant.now().minus(Duration.ofDays(100)),
                id,
                new ArticlePublished(new ArticleId(id), 1, null, lent.content()));

        assertThat(platform.get(friend.colleague(Role.AGENT), LIST + "?stale=true").items("title"))
                .containsExactly("Lent");
        assertThat(platform.get(agent, LIST).items("title")).containsExactly("Lent");
        assertThat(platform.get(agent, LIST + "?stale=true").items()).isEmpty();
    }

    @Test
    void what_was_withdrawn_is_not_found_in_an_index_that_stands_still() throws Exception {
        UUID article = Articles.article(agent, "Evacuation").publish(platform);
        String search = at("/api/v1/search/articles?q=evacuation");
        String suggest = at("/api/v1/suggest?q=evac");
        assertThat(platform.get(requester, search).items()).hasSize(1);
        assertThat(platform.get(requester, suggest).items()).hasSize(1);

        setWritable(false);
        try {
            platform.append(
                    agent, article, new ArticleWithdrawn(new ArticleId(article), 1, "wrong"));
            assertThat(platform.get(requester, LIST).items()).isEmpty();

            assertThat(platform.getAtOnce(requester, search).items()).isEmpty();
            assertThat(platform.getAtOnce(requester, suggest).items()).isEmpty();
        } finally {
            setWritable(true);
        }
    }

    private void setWritable(boolean writable) throws Exception {
        ElasticsearchProperties properties = platform.bean(ElasticsearchProperties.class);
        String index = new ArticleIndex(properties.prefix()).names().readAlias();
        HttpRequest settings =
                HttpRequest.newBuilder(properties.url().resolve("/" + index + "/_settings"))
                        .header("Content-Type", "application/json")
                        .PUT(
                                BodyPublishers.ofString(
                                        "{\"index.blocks.write\": %s}".formatted(!writable)))
                        .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            assertThat(http.send(settings, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void a_version_does_not_vouch_for_what_is_shown_beside_it() {
        UUID article = Articles.article(agent, "Liked").publish(platform);
        Answer before = platform.get(agent, path(article));

        Answer again =
                platform.send(
                        platform.request(agent, path(article))
                                .header("If-None-Match", before.header("ETag")));

        assertThat(before.header("ETag")).isNotEmpty();
        assertThat(again.status()).isEqualTo(200);
    }

    @Test
    void the_stale_report_says_why() {
        Instant longAgo = Instant.now().minus(Duration.ofDays(100));
        Articles old = Articles.article(agent, "Old");
        UUID oldId = old.draft(platform);
        platform.append(
                agent,
                longAgo,
                oldId,
                new ArticlePublished(new ArticleId(oldId), 1, null, old.content()));
        UUID reopened = Articles.article(agent, "Reopened").publish(platform);
        UUID ticket = Tickets.ticket(requester, "Helped").open(platform);
        platform.append(
                agent, reopened, new ArticleLinked(new ArticleId(reopened), new TicketId(ticket)));
        platform.append(
                agent, ticket, new TicketReopened(new TicketId(ticket), Status.RESOLVED, "no"));
        Articles.article(agent, "Fine").publish(platform);
        Articles.base(platform, agent, new StalenessChanged(12, 3));

        Answer report = platform.get(agent, LIST + "/stale");

        assertThat(report.items("title")).containsExactlyInAnyOrder("Old", "Reopened");
        assertThat(report.text()).contains("[\"notConfirmed\"]", "[\"ticketsReopened\"]");
        assertThat(platform.get(agent, LIST + "?stale=true").items()).hasSize(2);
        assertThat(platform.get(requester, LIST + "?stale=true").status()).isEqualTo(403);
        assertThat(platform.get(agent, "/api/v1/knowledge-base/settings").text())
                .isEqualTo("{\"reviewDemanded\":false,\"stalenessMonths\":3}");
    }

    @ParameterizedTest
    @CsvSource({
        // before, helpful of them, of late, helpful of them, whether they fall
        "10, 10, 3, 2, true",
        "10, 10, 2, 0, false",
        "10, 9, 10, 8, false",
        "10, 9, 10, 7, true",
        "10, 2, 3, 3, false",
        "0, 0, 9, 0, false",
        "9, 0, 0, 0, false",
    })
    void votes_fall_if_those_of_late_are_worse_than_those_before(
            int before, int helpfulBefore, int late, int helpfulLate, boolean fall) {
        UUID article = Articles.article(agent, "Voted").publish(platform);
        vote(article, Duration.ofDays(91), before, helpfulBefore);
        vote(article, Duration.ofDays(89), late, helpfulLate);

        Answer report = platform.get(agent, LIST + "/stale");

        assertThat(report.items().stream().map(item -> item.path("staleBecause").toString()))
                .isEqualTo(fall ? List.of("[\"votesFalling\"]") : List.of());
    }

    private void vote(UUID article, Duration ago, int votes, int helpful) {
        for (int n = 0; n < votes; n++) {
            Someone voter = agent.colleague(Role.REQUESTER);
            platform.append(
                    voter,
                    Instant.now().minus(ago),
                    UUID.randomUUID(),
                    new VoteCast(new ArticleId(article), voter.person(), null, n < helpful, null));
        }
    }

    @Test
    void a_reopened_ticket_is_a_reason_until_somebody_has_confirmed_the_article() {
        UUID article = Articles.article(agent, "Reopened").publish(platform);
        UUID ticket = Tickets.ticket(requester, "Helped").open(platform);
        ArticleId id = new ArticleId(article);
        TicketReopened reopened = new TicketReopened(new TicketId(ticket), Status.RESOLVED, "no");
        platform.append(agent, ticket, reopened);
        platform.append(agent, article, new ArticleLinked(id, new TicketId(ticket)));
        assertThat(platform.get(agent, LIST + "/stale").items())
                .as("reopened before anybody said that the article helped")
                .isEmpty();

        platform.append(agent, ticket, reopened);
        assertThat(platform.get(agent, LIST + "/stale").text()).contains("[\"ticketsReopened\"]");
        platform.append(agent, article, new ArticleConfirmed(id, 1));
        assertThat(platform.get(agent, LIST + "/stale").items()).isEmpty();
        platform.append(agent, ticket, reopened);
        platform.append(agent, article, new ArticleUnlinked(id, new TicketId(ticket)));
        assertThat(platform.get(agent, LIST + "/stale").items()).isEmpty();
    }

    @Test
    void what_was_searched_is_counted_by_day_and_by_words() {
        Instant day = Instant.parse("2026-11-20T23:59:00Z");
        for (int n = 0; n < 2; n++) {
            platform.append(
                    requester,
                    UUID.randomUUID(),
                    new SearchesCounted(
                            day,
                            List.of(
                                    new Searched(Among.ARTICLES, "vpn", 5, 0, 4),
                                    new Searched(Among.ARTICLES, "wormhole", 2, 2, 0),
                                    new Searched(Among.TICKETS, "printer", 1, 0, 0))));
        }

        String period = "?from=2026-11-01&to=2026-11-20";
        Answer searches = platform.get(agent, "/api/v1/analytics/searches" + period);
        assertThat(searches.body().path("days").toString())
                .isEqualTo(
                        "[{\"day\":\"2026-11-20\",\"searches\":14,\"unanswered\":4,\"opened\":8}]");
        assertThat(searches.body().path("top").get(0).path("words").asString()).isEqualTo("vpn");
        assertThat(
                        platform.get(agent, "/api/v1/analytics/searches/unanswered" + period)
                                .items("words"))
                .containsExactly("wormhole");
        assertThat(
                        platform.get(
                                        agent,
                                        "/api/v1/analytics/searches" + period + "&among=tickets")
                                .text())
                .contains("printer")
                .doesNotContain("vpn");
        assertThat(platform.get(stranger, "/api/v1/analytics/searches" + period).text())
                .isEqualTo("{\"days\":[],\"top\":[]}");
    }

    @Test
    void synonyms_are_listed() {
        Articles.base(
                platform,
                agent,
                new SynonymsAdded(
                        new SynonymsId(UUID.randomUUID()),
                        new TreeSet<>(List.of("vpn", "tunnel"))));

        assertThat(platform.get(agent, "/api/v1/synonyms").text())
                .contains("\"words\":[\"tunnel\",\"vpn\"]");
        assertThat(platform.get(stranger, "/api/v1/synonyms").items()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/articles?state=finished",
                "/articles?language=!!",
                "/articles?category=none",
                "/articles?organisation=acme",
                "/articles?cursor=x",
                "/articles?limit=0",
                "/articles?sort=title",
                "/articles/00000000-0000-0000-0000-000000000000/revisions/0",
                "/articles/00000000-0000-0000-0000-000000000000/revisions/two",
                "/articles/00000000-0000-0000-0000-000000000000/revisions/1/difference/99999999999",
                "/articles/stale?limit=1000",
                "/categories?language=%00",
                "/search/articles",
                "/search/articles?q=",
                "/search/articles?q=x&limit=101",
                "/search/articles?q=x&facets=yes",
                "/search/articles?q=x&language=english-language-of-the-people",
                "/suggest",
                "/suggest?q=x&limit=21",
                "/suggest?q=x&category=y",
                "/analytics/searches?from=yesterday",
                "/analytics/searches?from=2026-02-02&to=2026-01-01",
                "/analytics/searches?from=2020-01-01&to=2026-01-01",
                "/analytics/searches?among=people",
                "/knowledge-base/settings?x=y",
            })
    void what_does_not_fit_is_refused_by_name(String path) {
        Answer answer = platform.getAtOnce(agent, "/api/v1" + path);

        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.body().path("rule").asString()).isIn("wrong-parameter", "wrong-cursor");
        assertThat(answer.body().path("field").asString()).isNotEmpty();
    }

    @Test
    void nobody_knows_an_article_that_is_not_there() {
        for (String id : List.of("x", UUID.randomUUID().toString(), "../../etc", "%27--")) {
            assertThat(platform.getAtOnce(agent, LIST + "/" + QueryPlatform.coded(id)).status())
                    .isIn(400, 404);
        }
        assertThat(platform.send(platform.requestWithoutToken(LIST)).status()).isEqualTo(401);
        TenantId nowhere = new TenantId(UUID.randomUUID());
        assertThat(
                        platform.send(
                                        platform.requestWithoutToken(
                                                LIST + "?organisation=" + nowhere))
                                .items())
                .isEmpty();
    }
}
