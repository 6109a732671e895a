package dev.docket.acceptance;

import static dev.docket.acceptance.KnowledgeBase.after;
import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.acceptance.Api.Answer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pictures and other files of articles, from the upload to the page that shows them. */
@ExtendWith(RunningPlatform.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ArticleFilesIT {

    /** A picture of one pixel. */
    private static final byte[] PNG =
            Base64.getDecoder()
                    .decode(
                            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAC"
                                    + "hwGA60e6kgAAAABJRU5ErkJggg==");

    private final KnowledgeBase base;
    private final Api lead;
    private final Api anybody;

    ArticleFilesIT(Platform platform) {
        base = new KnowledgeBase(platform);
        lead = base.admin();
        anybody = lead.signedOut();
    }

    private String upload(String name, byte[] bytes) {
        Answer uploaded = lead.upload(name, bytes);
        assertThat(uploaded.status()).as("%s", uploaded.body()).isEqualTo(201);
        return uploaded.id();
    }

    private Answer attach(String article, String file) {
        Answer attached =
                lead.post(
                        "/api/v1/articles/" + article + "/attachments",
                        Map.of("attachments", List.of(file)));
        assertThat(attached.status()).as("%s", attached.body()).isEqualTo(200);
        return attached;
    }

    @Test
    void a_picture_is_shown_once_it_is_published_and_gone_when_it_is_removed() {
        String category = base.category("Pictures", "public");
        String picture = upload("screen.png", PNG);
        Answer drafted =
                base.draft(category, "With a picture", "![A screen](attachment:" + picture + ")");
        String article = "/api/v1/articles/" + drafted.id();
        String file = "/api/v1/attachments/" + picture;
        Answer attached = attach(drafted.id(), picture);
        assertThat(after(attached, lead, file).status()).isEqualTo(200);
        assertThat(anybody.get(file).status()).isEqualTo(401);

        Answer published = base.publish(drafted.id());

        assertThat(after(published, lead, file).status()).isEqualTo(200);
        Answer shown = anybody.get(file);
        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.response().body()).isEqualTo(PNG);
        assertThat(shown.header("Content-Type")).isEqualTo("image/png");
        assertThat(shown.header("Cache-Control")).contains("public");
        assertThat(after(published, lead, article).body().path("html").asString())
                .contains("<img src=\"%s\" alt=\"A screen\"".formatted(file));
        String home = "/kb/" + base.organisation(published);
        String page = anybody.get(home + "/articles/" + drafted.id()).location();
        assertThat(anybody.get(page).text()).contains("<img src=\"%s\"".formatted(file));

        Answer removed =
                lead.post(
                        article + "/attachments/" + picture + "/removal",
                        Map.of("reason", "A password is on it"));
        assertThat(removed.status()).as("%s", removed.body()).isEqualTo(200);
        assertThat(after(removed, lead, file).status()).isEqualTo(404);
        assertThat(anybody.get(file).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x.svg | <svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'><script>alert(1)</script></svg>",
                "x.html | <!doctype html><html><body><script>alert(1)</script></body></html>",
                "x.png | <html><script>alert(1)</script></html>",
                "../../../etc/passwd | root:x:0:0",
            })
    void what_could_run_or_climb_is_a_harmless_download(String name, String content) {
        String category = base.category("Hostile files", "public");
        String file = upload(name, content.getBytes(StandardCharsets.UTF_8));
        Answer drafted = base.draft(category, "Hostile", "![x](attachment:" + file + ")");
        attach(drafted.id(), file);
        Answer published = base.publish(drafted.id());

        after(published, lead, "/api/v1/attachments/" + file);
        Answer given = anybody.get("/api/v1/attachments/" + file);

        assertThat(given.status()).isEqualTo(200);
        assertThat(given.text()).isEqualTo(content);
        assertThat(given.header("Content-Disposition"))
                .startsWith("attachment;")
                .doesNotContain("/", "\\");
        assertThat(given.header("Content-Type")).isNotEqualTo("image/png");
        assertThat(given.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(given.header("Content-Security-Policy")).contains("sandbox");
    }

    @Test
    void a_file_that_is_too_large_is_refused() {
        Answer refused = lead.upload("huge.bin", new byte[(25 << 20) + 1]);

        assertThat(refused.status()).isEqualTo(413);
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
    }
}
