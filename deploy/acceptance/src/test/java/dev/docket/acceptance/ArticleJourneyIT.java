package dev.docket.acceptance;

import static dev.docket.acceptance.KnowledgeBase.after;
import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.acceptance.Api.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Articles on their whole way: commands, log, views, versions, pages. */
@ExtendWith(RunningPlatform.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ArticleJourneyIT {

    private final KnowledgeBase base;
    private final Api lead;

    ArticleJourneyIT(Platform platform) {
        base = new KnowledgeBase(platform);
        lead = base.admin();
    }

    private static List<String> texts(JsonNode items, String field) {
        return items.valueStream().map(item -> item.path(field).asString()).toList();
    }

    private void demandReview(boolean demanded) {
        Answer set =
                lead.put(
                        "/api/v1/knowledge-base/settings",
                        Map.of("reviewDemanded", demanded, "stalenessMonths", 12));
        assertThat(set.status()).isEqualTo(200);
    }

    @Test
    void what_has_to_be_reviewed_is_published_once_somebody_else_has_approved_it() {
        String category = base.category("Reviewed", "public");
        Api agent = base.person("agent");
        demandReview(true);
        try {
            Answer drafted =
                    agent.post(
                            "/api/v1/articles",
                            KnowledgeBase.content(category, "Reviewed", "Text"));
            String article = drafted.location();
            Answer early = lead.post(article + "/publication", Map.of());
            assertThat(early.status()).isEqualTo(409);
            assertThat(early.body().path("rule").asString()).isEqualTo("review-is-demanded");

            assertThat(agent.post(article + "/review", Map.of()).status()).isEqualTo(200);
            Answer back = lead.post(article + "/changes", Map.of("reason", "Say which button"));
            assertThat(back.body().path("stage").asString()).isEqualTo("changes_requested");
            assertThat(after(back, agent, article + "?draft=true").text())
                    .contains("Say which button");
            agent.put(article, KnowledgeBase.content(category, "Reviewed", "The red button"));
            agent.post(article + "/review", Map.of());
            assertThat(agent.post(article + "/approval", Map.of()).status()).isEqualTo(403);
            assertThat(lead.post(article + "/approval", Map.of()).status()).isEqualTo(200);
            Answer published = lead.post(article + "/publication", Map.of());
            assertThat(published.body().path("stage").asString()).isEqualTo("published");
        } finally {
            demandReview(false);
        }
    }

    @Test
    void a_scheduled_article_is_published_by_itself() {
        String category = base.category("Scheduled", "public");
        Answer drafted = base.draft(category, "Tomorrow's news", "Text");
        String article = drafted.location();
        Instant soon = Instant.now().plusSeconds(2);
        Answer cancelled = lead.put(article + "/schedule", Map.of("at", soon.plusSeconds(900)));
        assertThat(cancelled.body().path("stage").asString()).isEqualTo("scheduled");
        assertThat(lead.delete(article + "/schedule").status()).isEqualTo(200);

        Answer scheduled = lead.put(article + "/schedule", Map.of("at", soon));

        assertThat(scheduled.status()).as("%s", scheduled.body()).isEqualTo(200);
        assertThat(after(scheduled, lead, article).status()).isEqualTo(404);
        Await.until(
                "its time has come",
                Duration.ofSeconds(30),
                () -> lead.get(article).status() == 200);
    }

    @Test
    void versions_are_kept_compared_and_restored() {
        String category = base.category("Versions", "public");
        Answer first = base.published(category, "Toner", "Open the front door.");
        String article = "/api/v1/articles/" + first.id();
        Answer edited =
                lead.put(
                        article,
                        withReason(
                                KnowledgeBase.content(category, "Toner", "Open the back door."),
                                "It is at the back"));
        assertThat(after(edited, lead, article).body().path("body").asString())
                .isEqualTo("Open the front door.");
        base.publish(first.id());

        Answer restored =
                lead.post(article + "/revisions/1/restoration", Map.of("reason", "It was right"));
        Answer published = base.publish(first.id());

        assertThat(restored.body().path("revision").asInt()).isEqualTo(3);
        Answer shown = after(published, lead, article);
        assertThat(shown.body().path("body").asString()).isEqualTo("Open the front door.");
        JsonNode revisions = lead.get(article + "/revisions").body().path("items");
        assertThat(texts(revisions, "revision")).containsExactly("3", "2", "1");
        assertThat(texts(revisions, "reason").subList(0, 2))
                .containsExactly("It was right", "It is at the back");
        assertThat(lead.get(article + "/revisions/2").text()).contains("back door");
        JsonNode difference = lead.get(article + "/revisions/1/difference/2").body().path("body");
        assertThat(difference.toString()).contains("front", "back").contains("removed", "added");
        assertThat(lead.put(article, withReason(Map.of(), "x"), "If-Match", "\"0\"").status())
                .isIn(412, 422);
    }

    private static Map<String, Object> withReason(Map<String, Object> content, String reason) {
        Map<String, Object> all = new java.util.HashMap<>(content);
        all.put("reason", reason);
        return all;
    }

    @Test
    void an_article_is_translated_featured_linked_confirmed_and_withdrawn() {
        String category = base.category("Everything", "public");
        Answer english = base.published(category, "Reset a password", "Press *Reset*.");
        String article = "/api/v1/articles/" + english.id();
        Answer german =
                lead.post(
                        article + "/translations",
                        Map.of("language", "de", "title", "Kennwort", "body", "Drücken."));
        assertThat(german.status()).as("%s", german.body()).isEqualTo(201);
        Answer shown = base.publish(german.id());
        assertThat(after(shown, lead, article).body().path("translations").toString())
                .contains("\"de\"", "Kennwort");
        assertThat(lead.post(article + "/translations", Map.of("language", "de")).status())
                .isEqualTo(409);

        Answer ticket = lead.post("/api/v1/tickets", Map.of("subject", "Which button?"));
        assertThat(lead.put(article + "/featured", Map.of()).status()).isEqualTo(200);
        assertThat(lead.put(article + "/links/" + ticket.id(), Map.of()).status()).isEqualTo(200);
        Answer confirmed = lead.post(article + "/confirmation", Map.of());
        JsonNode seen = after(confirmed, lead, article).body();
        assertThat(seen.path("featured").asBoolean()).isTrue();
        assertThat(seen.path("confirmedAt").isMissingNode()).isFalse();
        assertThat(seen.path("work").path("tickets").toString()).contains(ticket.id());

        Answer withdrawn = lead.delete(article + "/publication?reason=wrong");
        assertThat(after(withdrawn, lead, article).status()).isEqualTo(404);
        Answer archived = lead.post(article + "/archive", Map.of("reason", "Old"));
        assertThat(archived.body().path("stage").asString()).isEqualTo("archived");
        assertThat(lead.delete(article + "/archive").body().path("stage").asString())
                .isEqualTo("draft");
    }

    @Test
    void a_solution_becomes_an_article_and_is_stale_when_its_ticket_comes_back() {
        String category = base.category("Solved", "public");
        Answer ticket = lead.post("/api/v1/tickets", Map.of("subject", "The scanner hums"));
        String path = "/api/v1/tickets/" + ticket.id();
        lead.post(path + "/resolution", Map.of("solution", "Tighten the left screw."));

        Answer drafted =
                lead.post(
                        "/api/v1/articles/from-ticket/" + ticket.id(),
                        Map.of(
                                "language",
                                "en",
                                "category",
                                category,
                                "visibility",
                                Map.of("audience", "public")));
        assertThat(drafted.status()).as("%s", drafted.body()).isEqualTo(201);
        Answer published = base.publish(drafted.id());
        JsonNode article = after(published, lead, "/api/v1/articles/" + drafted.id()).body();
        assertThat(article.path("title").asString()).isEqualTo("The scanner hums");
        assertThat(article.path("body").asString()).contains("Tighten the left screw.");

        Answer reopened = lead.post(path + "/reopening", Map.of("reason", "It hums again"));
        JsonNode stale = after(reopened, lead, "/api/v1/articles/stale?limit=200").body();
        assertThat(
                        stale.path("items")
                                .valueStream()
                                .filter(item -> item.path("id").asString().equals(drafted.id()))
                                .map(item -> item.path("staleBecause").toString()))
                .containsExactly("[\"ticketsReopened\"]");
    }

    @Test
    void readers_vote_once_and_read_what_their_category_lets_them() {
        String open = base.category("Open", "public");
        String inner = base.category("Inner", "agents");
        Answer published = base.published(open, "Useful", "Text");
        Answer hidden = base.published(inner, "Hidden by its category", "Text");
        String article = "/api/v1/articles/" + published.id();
        Api reader = base.person("requester");

        assertThat(after(hidden, reader, "/api/v1/articles/" + hidden.id()).status())
                .isEqualTo(404);
        assertThat(after(hidden, lead, "/api/v1/articles/" + hidden.id()).status()).isEqualTo(200);
        Answer moved =
                lead.put("/api/v1/categories/" + inner + "/visibility", audience("requesters"));
        assertThat(after(moved, reader, "/api/v1/articles/" + hidden.id()).status()).isEqualTo(200);

        reader.put(article + "/vote", Map.of("helpful", true));
        Answer voted =
                reader.put(article + "/vote", Map.of("helpful", false, "comment", "Too short"));
        JsonNode seen = after(voted, reader, article).body();
        assertThat(seen.path("helpful").asInt()).isZero();
        assertThat(seen.path("unhelpful").asInt()).isEqualTo(1);
        assertThat(lead.get(article + "/votes").text()).contains("Too short");
        assertThat(reader.get(article + "/votes").status()).isEqualTo(403);
        assertThat(reader.post(article + "/views", Map.of()).status()).isBetween(200, 204);
        assertThat(reader.post("/api/v1/articles", Map.of("language", "en")).status())
                .isEqualTo(403);
    }

    private static Map<String, ?> audience(String audience) {
        return Map.of("audience", audience);
    }

    @Test
    void pages_are_kept_and_asked_for_by_their_tag() {
        String category = base.category("Pages", "public");
        Answer published = base.published(category, "A page", "# One\n\nText\n");
        Api anybody = lead.signedOut();
        String home = "/kb/" + base.organisation(published);
        Answer moved = anybody.get(home + "/articles/" + published.id());
        assertThat(moved.status()).isEqualTo(301);

        Answer page = anybody.get(moved.location());

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("<h1>A page</h1>", "<html lang=\"en\">");
        assertThat(page.header("Cache-Control")).contains("max-age=3600");
        assertThat(page.header("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(anybody.get(moved.location(), "If-None-Match", page.etag()).status())
                .isEqualTo(304);
        assertThat(anybody.get(home).text()).contains("Pages");
        assertThat(anybody.get(home + "/categories/" + category).text()).contains("A page");
        assertThat(anybody.get(home, "Accept-Language", "de").text())
                .contains("Wie können wir helfen?");
        assertThat(anybody.get(home + "/sitemap.xml").text()).contains(published.id());
    }
}
