package dev.docket.query.knowledge.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.event.knowledge.ArticleEvent.ArticleFeatured;
import dev.docket.event.knowledge.ArticleId;
import dev.docket.event.knowledge.Visibility;
import dev.docket.event.people.Role;
import dev.docket.query.Answer;
import dev.docket.query.Articles;
import dev.docket.query.OnQueryPlatform;
import dev.docket.query.QueryPlatform;
import dev.docket.query.Someone;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.owasp.html.HtmlSanitizer;

@ExtendWith(OnQueryPlatform.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PagesIT {

    private final QueryPlatform platform;
    private final Someone editor = Someone.ofNewOrganisation(Role.LEAD);
    private final String home = "/kb/" + editor.tenant();

    PagesIT(QueryPlatform platform) {
        this.platform = platform;
    }

    private Answer page(String path, String language) {
        platform.get(editor, "/api/v1/search/articles?q=any");
        return platform.send(
                platform.requestWithoutToken(path).header("Accept-Language", language));
    }

    private Answer page(String path) {
        // The view has come as far as the log once a query that waits for it is answered.
        platform.get(editor, "/api/v1/articles");
        return platform.send(platform.requestWithoutToken(path));
    }

    @Test
    void an_article_is_a_page_that_caches_may_keep_and_search_engines_understand() {
        UUID top = Articles.category(platform, editor, null, "Accounts", Visibility.PUBLIC);
        UUID english =
                Articles.article(editor, "Reset & recover: <passwords>")
                        .saying("Brief", "## One\n\ntext\n\n## Two\n\n## Three\n")
                        .within(top, "vpn")
                        .publish(platform);
        UUID german =
                Articles.article(editor, "Zurücksetzen")
                        .in("de")
                        .translating(english)
                        .publish(platform);

        String path = home + "/articles/" + english + "/reset-recover-passwords";
        Answer page = page(path);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
        assertThat(page.header("Cache-Control")).isEqualTo("max-age=3600, public");
        assertThat(page.header("Surrogate-Key").split(" "))
                .containsExactlyInAnyOrder(
                        "kb-" + editor.tenant(),
                        "article-" + english,
                        "article-" + german,
                        "category-" + top);
        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'none'")
                .doesNotContain("unsafe");
        assertThat(page.text())
                .contains("<html lang=\"en\">")
                .contains("<h1>Reset &amp; recover: &lt;passwords&gt;</h1>")
                .contains("<link rel=\"canonical\" href=\"http://localhost:8080" + path + "\">")
                .contains(
                        "hreflang=\"de\" href=\"http://localhost:8080"
                                + home
                                + "/articles/"
                                + german)
                .contains("<a href=\"#s-two\">Two</a>")
                .contains("\"@type\":\"TechArticle\"", "\\u003cpasswords\\u003e")
                .contains("Accounts")
                .doesNotContain("<passwords>");
        assertThat(page(home + "/articles/" + german + "/zur%C3%BCcksetzen").text())
                .contains("<html lang=\"de\">", "<h1>Zurücksetzen</h1>");

        Answer again =
                platform.send(
                        platform.requestWithoutToken(path)
                                .header("If-None-Match", page.header("ETag")));
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.text()).isEmpty();
        for (String other : new String[] {"", "/wrong"}) {
            assertThat(page(home + "/articles/" + english + other).status()).isEqualTo(301);
            assertThat(page(home + "/articles/" + english + other).header("Location"))
                    .isEqualTo(path);
        }
    }

    @Test
    void the_home_page_leads_to_categories_and_these_to_articles() {
        UUID top = Articles.category(platform, editor, null, "Topics", Visibility.PUBLIC);
        UUID hidden = Articles.category(platform, editor, null, "Internal", Visibility.AGENTS);
        for (int n = 0; n < 51; n++) {
            Articles.article(editor, "Article " + n).within(top).publish(platform);
        }
        UUID secret = Articles.article(editor, "Secret").within(hidden).publish(platform);
        UUID featured = Articles.article(editor, "Featured one").publish(platform);
        platform.append(editor, featured, new ArticleFeatured(new ArticleId(featured)));

        String text = page(home).text();
        assertThat(text)
                .contains(home + "/categories/" + top, "51 articles", "Featured one")
                .doesNotContain("Internal", "Secret");
        Answer category = page(home + "/categories/" + top);
        assertThat(category.text()).contains("Article 50").doesNotContain("Article 0<");
        Matcher next = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"").matcher(category.text());
        assertThat(next.find()).isTrue();
        assertThat(page(next.group(1)).text()).contains("Article 0<");
        assertThat(page(home + "/categories/" + hidden).status()).isEqualTo(404);
        assertThat(page(home + "/articles/" + secret + "/secret").status()).isEqualTo(404);
        Answer sitemap = page(home + "/sitemap.xml");
        assertThat(sitemap.header("Content-Type")).startsWith("application/xml");
        assertThat(sitemap.text())
                .contains("<loc>http://localhost:8080" + home + "/articles/" + featured)
                .doesNotContain(secret.toString());
    }

    @Test
    void style_and_script_are_kept_for_ever_under_names_of_their_own() {
        Matcher names =
                Pattern.compile("/kb/assets/[0-9a-f]{12}\\.[a-z.]+").matcher(page(home).text());
        int found = 0;
        while (names.find()) {
            Answer asset = page(names.group());
            assertThat(asset.status()).isEqualTo(200);
            assertThat(asset.header("Cache-Control")).contains("max-age=31536000", "immutable");
            assertThat(asset.header("X-Content-Type-Options")).isEqualTo("nosniff");
            found++;
        }
        assertThat(found).isEqualTo(2);
        assertThat(page("/kb/assets/style.css").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "</script><script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "' onmouseover='alert(1)",
                "javascript:alert(1)",
                "]]></loc><script>",
                "../../../etc/passwd",
                "${7*7} @if(true)x@endif $unsafe{x}",
                "a\u2028b\u202Egnp.exe",
            })
    void a_hostile_title_is_only_a_title(String title) {
        UUID top = Articles.category(platform, editor, null, title, Visibility.PUBLIC);
        UUID article =
                Articles.article(editor, title)
                        .saying(title, "[" + title + "](" + title + ")")
                        .within(top, title)
                        .publish(platform);

        String canonical = page(home + "/articles/" + article).header("Location");
        assertThat(canonical).startsWith(home + "/articles/" + article + "/");
        for (String path :
                new String[] {
                    home,
                    home + "/categories/" + top,
                    canonical,
                    home + "/search?q=" + QueryPlatform.coded(title),
                    home + "/sitemap.xml"
                }) {
            Answer page = page(path);
            assertThat(page.status()).as(path).isEqualTo(200);
            if (!path.endsWith(".xml")) {
                HtmlSanitizer.sanitize(page.text(), new OnlyOurOwn());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "en, How can we help?, Search",
        "de-AT, Wie können wir helfen?, Suchen",
        "fr, Comment pouvons-nous vous aider ?, Rechercher",
        "'es;q=0.9, ja', ¿En qué podemos ayudarle?, Buscar",
        "ja, How can we help?, Search",
    })
    void pages_speak_the_readers_language_where_they_can(
            String language, String welcome, String button) {
        Articles.article(editor, "Printers").publish(platform);
        Answer answer = page(home, language);

        assertThat(answer.text())
                .contains("<h1>" + welcome + "</h1>", "<button>" + button + "</button>");
        assertThat(answer.header("Vary")).contains("Accept-Language");
        assertThat(page(home + "/categories/none", language).status()).isEqualTo(404);
    }

    @Test
    void an_article_is_framed_in_its_own_language_whoever_reads() {
        UUID article = Articles.article(editor, "Drucker").in("de").publish(platform);
        UUID other = Articles.article(editor, "プリンター").in("ja").publish(platform);

        String german = page(home + "/articles/" + article + "/drucker", "fr").text();
        String japanese = page(page(home + "/articles/" + other).header("Location"), "de").text();

        assertThat(german)
                .contains("<html lang=\"de\">", "Min. Lesezeit")
                .doesNotContain("lecture");
        assertThat(japanese)
                .contains("<html lang=\"ja\">", "lang=\"en\">Knowledge base</a>", "min read");
    }

    @Test
    void results_are_a_page_that_needs_no_script() {
        UUID category = Articles.category(platform, editor, null, "Top", Visibility.PUBLIC);
        for (int n = 0; n < 25; n++) {
            Articles.article(editor, "Printer manual " + n)
                    .saying("", "How to <b>mend</b> the printer in room " + n)
                    .within(category)
                    .publish(platform);
        }
        Articles.article(editor, "Secret printer").to(Visibility.AGENTS).publish(platform);
        Articles.article(editor, "A printer in a draft").draft(platform);

        Answer first = page(home + "/search?q=printer", "de");
        Matcher next = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"").matcher(first.text());

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.text())
                .contains("<h1>Ergebnisse für „printer“</h1>", "25 Artikel")
                .contains("<em>printer</em>", "value=\"printer\"")
                .contains("<meta name=\"robots\" content=\"noindex\">")
                .doesNotContain("Secret", "draft");
        assertThat(first.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(first.header("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(next.find()).isTrue();
        Answer second = page(next.group(1).replace("&amp;", "&"), "de");
        assertThat(titles(first)).hasSize(20);
        assertThat(titles(second)).hasSize(5).doesNotContainAnyElementsOf(titles(first));
        assertThat(page(home + "/search?q=prinntter", "en").text())
                .contains("Did you mean printer?", "search?q=printer");
        assertThat(page(home + "/search?q=zebra", "en").text())
                .contains("Nothing found for “zebra”", "All topics");
        assertThat(page(home + "/search", "en").status()).isEqualTo(200);
        assertThat(page("/kb/" + UUID.randomUUID() + "/search?q=printer", "en").text())
                .contains("Nothing found");
        assertThat(page(home + "/search?q=a&cursor=b", "en").status()).isEqualTo(400);
        assertThat(page(home + "/search?q=" + "x".repeat(501), "en").status()).isEqualTo(400);
        assertThat(page(home + "/search?q=a&organisation=b", "en").status()).isEqualTo(400);
    }

    private static List<String> titles(Answer page) {
        return Pattern.compile("href=\"(/kb/[^\"]+/articles/[^\"]+)\"")
                .matcher(page.text())
                .results()
                .map(result -> result.group(1))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/kb/acme",
                "/kb/acme/search?q=x",
                "/kb/acme/articles/x",
                "/kb/acme/categories/x/"
            })
    void what_is_not_there_is_told_without_a_sign_of_what_is(String path) {
        assertThat(page(path).status()).isEqualTo(path.contains("search") ? 200 : 404);
        assertThat(page(path).text()).doesNotContain("Exception");
    }

    /** Looks at each tag as a browser would read it. */
    private static final class OnlyOurOwn implements HtmlSanitizer.Policy {

        @Override
        public void openTag(String element, List<String> attributes) {
            assertThat(element).isNotIn("img", "iframe", "svg", "style", "object");
            for (int at = 0; at < attributes.size(); at += 2) {
                String name = attributes.get(at);
                String value = attributes.get(at + 1);
                assertThat(name).doesNotStartWith("on").isNotEqualTo("style");
                // Authors may link to anything that is fetched; nothing is run or loaded.
                if (name.equals("href")) {
                    assertThat(value).doesNotMatch("(?is)\\s*([a-z]*script|data|blob):.*");
                }
                if (name.equals("action")) {
                    assertThat(value).startsWith("/kb/").endsWith("/search");
                }
                if (name.equals("src")) {
                    assertThat(value).startsWith("/kb/assets/");
                }
            }
        }

        @Override
        public void openDocument() {
            // Nothing to look at.
        }

        @Override
        public void closeDocument() {
            // Nothing to look at.
        }

        @Override
        public void closeTag(String element) {
            // Nothing to look at.
        }

        @Override
        public void text(String text) {
            // What is text may say anything.
        }
    }
}
