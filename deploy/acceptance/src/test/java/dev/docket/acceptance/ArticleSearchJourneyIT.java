package dev.docket.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.acceptance.Api.Answer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Articles, found: by readers who mistype, by other words, as they type, page by page. */
@ExtendWith(RunningPlatform.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ArticleSearchJourneyIT {

    private final KnowledgeBase base;
    private final Api lead;

    ArticleSearchJourneyIT(Platform platform) {
        base = new KnowledgeBase(platform);
        lead = base.admin();
    }

    private static String coded(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }

    private Answer search(Answer after, String words, String more) {
        Answer found =
                KnowledgeBase.after(
                        after, lead, "/api/v1/search/articles?q=" + coded(words) + more);
        assertThat(found.status()).as("%s", found.body()).isEqualTo(200);
        return found;
    }

    private static List<String> ids(Answer found) {
        return found.body()
                .path("items")
                .valueStream()
                .map(item -> item.path("id").asString())
                .toList();
    }

    @Test
    void readers_find_what_they_mistype_and_are_asked_what_they_meant() {
        String category = base.category("Search", "public");
        Answer published =
                base.published(
                        category, "Calibrating the spectrometer", "Wait for the lamp to glow.");

        assertThat(ids(search(published, "calibrate spectrometers", ""))).contains(published.id());
        Answer mistyped = search(published, "spectormeter", "");
        assertThat(ids(mistyped)).contains(published.id());
        assertThat(mistyped.body().path("didYouMean").asString()).isEqualTo("spectrometer");
        assertThat(mistyped.text()).contains("<em>spectrometer</em>");
        Answer typing = KnowledgeBase.after(published, lead, "/api/v1/suggest?q=calib");
        assertThat(ids(typing)).contains(published.id());
        assertThat(search(published, "spectrometer", "&facets=true").text())
                .contains("\"language\":[{\"value\":\"en\"");
    }

    @Test
    void words_that_mean_the_same_are_found_at_once_and_no_longer_when_they_do_not() {
        String category = base.category("Synonyms", "public");
        Answer published = base.published(category, "Booking a velocipede", "At the gate.");
        assertThat(ids(search(published, "pushbike", ""))).doesNotContain(published.id());

        Answer added =
                lead.post("/api/v1/synonyms", Map.of("words", List.of("velocipede", "pushbike")));
        assertThat(added.status()).as("%s", added.body()).isEqualTo(201);
        assertThat(after(added, "pushbike")).contains(published.id());

        Answer removed = lead.delete("/api/v1/synonyms/" + added.id());
        assertThat(after(removed, "pushbike")).doesNotContain(published.id());
    }

    /** Synonyms are of a view of their own: it has to have the command too. */
    private List<String> after(Answer command, String words) {
        KnowledgeBase.after(command, lead, "/api/v1/synonyms");
        return ids(search(command, words, ""));
    }

    @Test
    void a_walk_over_the_pages_gives_each_article_once() {
        String category = base.category("Walk", "public");
        List<String> made = new ArrayList<>();
        Answer last = base.published(category, "Zygomorphic 0", "Text");
        made.add(last.id());
        for (int n = 1; n < 7; n++) {
            last = base.published(category, "Zygomorphic " + n % 2, "Text");
            made.add(last.id());
        }
        List<String> walked = new ArrayList<>();
        String cursor = "";
        do {
            Answer page = search(last, "zygomorphic", "&limit=3" + cursor);
            walked.addAll(ids(page));
            String next = page.body().path("nextCursor").asString("");
            assertThat(page.header("Link") == null).isEqualTo(next.isEmpty());
            cursor = next.isEmpty() ? "" : "&cursor=" + next;
        } while (!cursor.isEmpty());

        assertThat(walked).containsExactlyInAnyOrderElementsOf(made);
        String home = "/kb/" + base.organisation(last);
        assertThat(lead.signedOut().get(home + "/search?q=zygomorphic").text())
                .contains("<em>Zygomorphic</em>", "noindex");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*:*",
                "title:* OR body:*",
                "\"unclosed",
                "((((((((((",
                "a AND NOT (b OR",
                "/.*.*.*x/",
                "foo~99999 [* TO *]",
                "{\"match_all\":{}}",
                "\\u0000\\",
                "' OR '1'='1",
                "<script>alert(1)</script>",
            })
    void what_is_syntax_elsewhere_is_only_words_here(String words) {
        Answer found = lead.get("/api/v1/search/articles?q=" + coded(words));
        Answer suggested = lead.get("/api/v1/suggest?q=" + coded(words));
        Answer page =
                lead.signedOut()
                        .get("/kb/00000000-0000-0000-0000-000000000000/search?q=" + coded(words));

        assertThat(List.of(found.status(), suggested.status(), page.status())).containsOnly(200);
        assertThat(page.text()).doesNotContain("<script>alert");
    }

    @Test
    void what_was_searched_is_told_and_asked_for_by_editors_alone() {
        Answer told =
                lead.post(
                        "/api/v1/searches",
                        Map.of("among", "articles", "words", "unobtainium", "found", 0));
        assertThat(told.status()).as("%s", told.body()).isBetween(200, 204);

        assertThat(lead.get("/api/v1/analytics/searches/unanswered").status()).isEqualTo(200);
        assertThat(base.person("requester").get("/api/v1/analytics/searches").status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"title\": \"a\"} | 422 | language",
                "{\"language\": 5} | 400 | language",
                "{\"language\": \"not a language\"} | 400 | language",
                "{\"language\": \"en\", \"title\": [\"a\"]} | 400 | title",
                "{\"language\": \"en\", \"body\": {\"a\": 1}} | 400 | body",
                "{\"language\": \"en\", \"colour\": \"red\"} | 400 | colour",
                "{\"language\": \"en\", \"visibility\": {\"audience\": \"all\"}} | 400 | audience",
                "{\"language\": \"en\", \"category\": \"../../x\"} | 400 | category",
                "{\"language\": \"en\", \"category\": \"00000000-0000-0000-0000-000000000000\"} | 422 | category",
            })
    void an_article_that_is_not_well_formed_is_refused_with_its_field(
            String body, int status, String field) {
        Answer refused = lead.postText("/api/v1/articles", "application/json", body);

        assertThat(refused.status()).as("%s", refused.body()).isEqualTo(status);
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        assertThat(refused.body().path("field").asString("")).contains(field);
    }

    @Test
    void hostile_markdown_is_stored_as_it_is_and_shown_without_harm() {
        String category = base.category("Hostile text", "public");
        String hostile =
                "<script>alert(1)</script> [x](javascript:alert(1)) <img src=x onerror=alert(1)>"
                        + " ![p](https://evil.example/p.gif) "
                        + "> ".repeat(2_000)
                        + "deep";
        Answer published = base.published(category, "<b>\"'&</b>", hostile);

        Answer article = KnowledgeBase.after(published, lead, "/api/v1/articles/" + published.id());

        assertThat(article.body().path("body").asString()).isEqualTo(hostile);
        assertThat(article.body().path("html").asString())
                .doesNotContain("<script", "<img", "href=\"javascript", "onerror=\"");
        String home = "/kb/" + base.organisation(published);
        String page = lead.get(home + "/articles/" + published.id()).location();
        assertThat(lead.signedOut().get(page).text())
                .contains("&lt;b&gt;")
                .doesNotContain("<script>alert", "<b>\"");
        assertThat(lead.post("/api/v1/articles", tooLong()).status()).isEqualTo(422);
    }

    private static Map<String, ?> tooLong() {
        return Map.of("language", "en", "body", "x".repeat(262_145));
    }
}
