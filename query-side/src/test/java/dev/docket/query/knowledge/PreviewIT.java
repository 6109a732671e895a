package dev.docket.query.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.event.attachment.AttachedFile;
import dev.docket.event.people.Role;
import dev.docket.query.Answer;
import dev.docket.query.Articles;
import dev.docket.query.OnQueryPlatform;
import dev.docket.query.QueryPlatform;
import dev.docket.query.Someone;
import dev.docket.query.Tickets;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** What authors see of a text before anybody else does. */
@ExtendWith(OnQueryPlatform.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PreviewIT {

    private static final String TEXT = "# How to\n\n- *one*\n- <script>alert(1)</script>\n";

    private final QueryPlatform platform;
    private final Someone agent = Someone.ofNewOrganisation(Role.AGENT);

    PreviewIT(QueryPlatform platform) {
        this.platform = platform;
    }

    private Answer preview(String body) {
        return send("", JsonMapper.shared().writeValueAsString(Map.of("body", body)));
    }

    private Answer send(String query, String json) {
        return platform.send(
                platform.request(agent, "/api/v1/articles/preview" + query)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(json)));
    }

    @Test
    void a_text_looks_as_it_will_once_it_is_saved() {
        UUID saved = Articles.article(agent, "Saved").saying("", TEXT).publish(platform);

        Answer shown = preview(TEXT);

        assertThat(shown.status()).as(shown.text()).isEqualTo(200);
        Answer article = platform.get(agent, "/api/v1/articles/" + saved);
        for (String part : new String[] {"html", "headings", "readingMinutes"}) {
            assertThat(shown.body().path(part)).as(part).isEqualTo(article.body().path(part));
        }
        assertThat(shown.body().path("html").asString())
                .contains("<em>one</em>")
                .doesNotContain("<script");
    }

    @Test
    void nothing_of_it_is_kept() {
        long before = platform.head();

        Answer shown = preview("Not said to anybody yet");

        assertThat(shown.header("Cache-Control")).contains("no-store");
        assertThat(platform.head()).isEqualTo(before);
        assertThat(platform.get(agent, "/api/v1/articles?draft=true").items("id")).isEmpty();
    }

    @Test
    void who_names_a_file_sees_no_more_of_it_than_before() {
        Someone stranger = Someone.ofNewOrganisation(Role.AGENT);
        AttachedFile secret = Tickets.file(platform, "plan.png", "image/png", "a secret plan");
        Articles theirs = Articles.article(stranger, "Theirs");
        theirs.attach(platform, theirs.draft(platform), 2, secret);
        String address = "/api/v1/attachments/" + secret.attachment();
        platform.get(stranger, "/api/v1/articles");

        Answer shown = preview("![seen?](attachment:%s)".formatted(secret.attachment()));

        assertThat(shown.body().path("html").asString())
                .isEqualTo("<p><img src=\"%s\" alt=\"seen?\" /></p>\n".formatted(address));
        assertThat(platform.get(agent, address).status()).isEqualTo(404);
        assertThat(platform.get(stranger, address).status()).isEqualTo(200);
    }

    @Test
    void as_much_is_shown_as_an_article_may_say() {
        assertThat(preview("x".repeat(262_144)).status()).isEqualTo(200);

        Answer tooLong = preview("x".repeat(262_145));

        assertThat(tooLong.status()).isEqualTo(422);
        assertThat(tooLong.body().path("rule").asString()).isEqualTo("invalid-field");
        assertThat(tooLong.body().path("field").asString()).isEqualTo("body");
        assertThat(preview("x".repeat(3 << 20)).status()).isEqualTo(413);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}                             | 422 | body",
                "{\"body\": null}               | 422 | body",
                "{\"body\": 7}                  | 400 | body",
                "{\"body\": [\"x\"]}            | 400 | body",
                "{\"body\": \"\", \"title\": \"\"} | 400 | title",
                "{\"body\": \"                  | 400 | ",
            })
    void what_is_no_text_is_refused_by_name(String json, int status, String field) {
        Answer refused = send("", json);

        assertThat(refused.status()).as(refused.text()).isEqualTo(status);
        assertThat(refused.body().path("rule").asString()).isNotEmpty();
        if (field != null) {
            assertThat(refused.body().path("field").asString()).isEqualTo(field);
        }
    }

    @Test
    void a_parameter_is_refused_by_name() {
        Answer refused = send("?draft=true", "{\"body\": \"x\"}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().path("field").asString()).isEqualTo("draft");
    }
}
