package dev.docket.query.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.event.attachment.AttachedFile;
import dev.docket.event.knowledge.ArticleEvent.ArticlePublished;
import dev.docket.event.knowledge.ArticleEvent.ArticleWithdrawn;
import dev.docket.event.knowledge.ArticleEvent.FileRemoved;
import dev.docket.event.knowledge.ArticleId;
import dev.docket.event.knowledge.Visibility;
import dev.docket.event.people.Role;
import dev.docket.query.Answer;
import dev.docket.query.Articles;
import dev.docket.query.OnQueryPlatform;
import dev.docket.query.QueryPlatform;
import dev.docket.query.Someone;
import dev.docket.query.Tickets;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of articles: whose they are to have, since when, and how they look in a body. */
@ExtendWith(OnQueryPlatform.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ArticleAttachmentsIT {

    private static final String BYTES = "the bytes of a picture";

    private final QueryPlatform platform;
    private final Someone agent = Someone.ofNewOrganisation(Role.AGENT);
    private final Someone requester = agent.colleague(Role.REQUESTER);
    private final Someone auditor = agent.colleague(Role.AUDITOR);
    private final Someone friend = Someone.ofNewOrganisation(Role.REQUESTER);
    private final Someone stranger = Someone.ofNewOrganisation(Role.ADMIN, Role.AUDITOR);

    ArticleAttachmentsIT(QueryPlatform platform) {
        this.platform = platform;
    }

    private AttachedFile picture() {
        return file("screen.png", "image/png");
    }

    private AttachedFile file(String name, String mediaType) {
        return Tickets.file(platform, name, mediaType, BYTES);
    }

    private static String path(AttachedFile file) {
        return "/api/v1/attachments/" + file.attachment();
    }

    private int status(Someone who, AttachedFile file) {
        projected();
        return platform.getAtOnce(who, path(file)).status();
    }

    private Answer anonymously(String path, String... headers) {
        projected();
        var request = platform.requestWithoutToken(path);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return platform.send(request);
    }

    private void projected() {
        platform.get(agent, "/api/v1/articles");
    }

    private void publish(Articles content, UUID article, int revision) {
        platform.append(
                agent,
                article,
                new ArticlePublished(new ArticleId(article), revision, null, content.content()));
    }

    @Test
    void a_file_of_a_draft_is_for_those_who_work_on_it_until_it_is_published() {
        AttachedFile picture = picture();
        Articles content = Articles.article(agent, "With a picture");
        UUID article = content.draft(platform);
        content.attach(platform, article, 2, picture);

        assertThat(List.of(status(agent, picture), status(auditor, picture))).containsOnly(200);
        assertThat(List.of(status(requester, picture), status(stranger, picture)))
                .containsOnly(404);
        Answer nobody = anonymously(path(picture));
        assertThat(nobody.status()).isEqualTo(401);
        assertThat(nobody.body().path("rule").asString()).isEqualTo("not-signed-in");

        publish(content, article, 2);

        assertThat(
                        List.of(
                                status(requester, picture),
                                status(stranger, picture),
                                anonymously(path(picture)).status()))
                .containsOnly(200);

        platform.append(agent, article, new ArticleWithdrawn(new ArticleId(article), 2, "wrong"));

        assertThat(status(agent, picture)).isEqualTo(200);
        assertThat(status(requester, picture)).isEqualTo(404);
        assertThat(anonymously(path(picture)).status()).isEqualTo(401);
    }

    @Test
    void a_file_that_came_after_what_readers_see_waits_for_the_next_publication() {
        AttachedFile first = picture();
        AttachedFile next = file("form.pdf", "application/pdf");
        Articles content = Articles.article(agent, "Growing");
        UUID article = content.draft(platform);
        content.attach(platform, article, 2, first);
        publish(content, article, 2);
        content.attach(platform, article, 3, next);
        String path = "/api/v1/articles/" + article;

        assertThat(status(requester, first)).isEqualTo(200);
        assertThat(status(requester, next)).isEqualTo(404);
        assertThat(platform.get(requester, path).body().path("attachments").toString())
                .isEqualTo(
                        """
                        [{"id":"%s","name":"screen.png","mediaType":"image/png","size":22,\
                        "sha256":"%s","revision":2}]\
                        """
                                .formatted(first.attachment(), first.sha256()));
        assertThat(names(platform.get(agent, path + "?draft=true")))
                .containsExactly("screen.png", "form.pdf");
        assertThat(platform.get(agent, path + "/revisions").items("revision"))
                .containsExactly("3", "2", "1");

        publish(content, article, 3);

        assertThat(status(requester, next)).isEqualTo(200);
        assertThat(names(platform.get(requester, path))).containsExactly("screen.png", "form.pdf");
    }

    private static List<String> names(Answer article) {
        return article.body()
                .path("attachments")
                .valueStream()
                .map(file -> file.path("name").asString())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        // article, category, anybody, stranger, friend, requester
        "PUBLIC,     PUBLIC,     200, 200, 200, 200",
        "PUBLIC,     REQUESTERS, 401, 404, 200, 200",
        "REQUESTERS, PUBLIC,     401, 404, 200, 200",
        "AGENTS,     PUBLIC,     401, 404, 404, 404",
        "PUBLIC,     AGENTS,     401, 404, 404, 404",
    })
    void a_file_is_seen_by_whom_its_article_and_its_category_let(
            Visibility.Audience own,
            Visibility.Audience outer,
            int anybody,
            int strangers,
            int friends,
            int requesters) {
        UUID category = Articles.category(platform, agent, null, "Top", visibility(outer));
        AttachedFile file = picture();
        Articles content = Articles.article(agent, "Seen").within(category).to(visibility(own));
        UUID article = content.draft(platform);
        content.attach(platform, article, 2, file);
        publish(content, article, 2);

        assertThat(status(agent, file)).isEqualTo(200);
        assertThat(status(requester, file)).isEqualTo(requesters);
        assertThat(status(friend, file)).isEqualTo(friends);
        assertThat(status(stranger, file)).isEqualTo(strangers);
        assertThat(anonymously(path(file)).status()).isEqualTo(anybody);
    }

    private Visibility visibility(Visibility.Audience audience) {
        return switch (audience) {
            case PUBLIC -> Visibility.PUBLIC;
            case REQUESTERS -> Visibility.requestersAnd(new TreeSet<>(List.of(friend.tenant())));
            case AGENTS -> Visibility.AGENTS;
        };
    }

    @Test
    void a_removed_file_is_gone_for_everybody_and_from_every_revision() {
        AttachedFile picture = picture();
        Articles content = Articles.article(agent, "With a password");
        UUID article = content.draft(platform);
        content.attach(platform, article, 2, picture);
        publish(content, article, 2);
        assertThat(status(agent, picture)).isEqualTo(200);

        platform.append(
                agent,
                article,
                new FileRemoved(new ArticleId(article), picture.attachment(), "A password"));

        assertThat(List.of(status(agent, picture), status(requester, picture))).containsOnly(404);
        assertThat(anonymously(path(picture)).status()).isEqualTo(401);
        assertThat(names(platform.get(agent, "/api/v1/articles/" + article))).isEmpty();
    }

    @Test
    void what_everybody_may_have_is_kept_by_caches_and_what_not_is_not() {
        AttachedFile picture = picture();
        Articles content = Articles.article(agent, "Cached");
        UUID article = content.draft(platform);
        content.attach(platform, article, 2, picture);
        publish(content, article, 2);

        Answer open = anonymously(path(picture));

        assertThat(open.text()).isEqualTo(BYTES);
        assertThat(open.header("Cache-Control")).isEqualTo("max-age=3600, public");
        assertThat(open.header("Surrogate-Key").split(" "))
                .containsExactlyInAnyOrder("kb-" + agent.tenant(), "article-" + article);
        assertThat(open.header("Content-Disposition")).startsWith("inline;");
        assertThat(open.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(open.header("Content-Security-Policy")).contains("sandbox");
        assertThat(anonymously(path(picture), "If-None-Match", open.header("ETag")).status())
                .isEqualTo(304);
        assertThat(anonymously(path(picture), "Range", "bytes=0-2").text()).isEqualTo("the");
        assertThat(platform.getAtOnce(requester, path(picture)).header("Cache-Control"))
                .isEqualTo("private, no-cache");
        for (Answer problem :
                List.of(
                        anonymously("/api/v1/attachments/" + UUID.randomUUID()),
                        anonymously(path(picture), "Range", "bytes=99-"))) {
            assertThat(problem.status()).isIn(401, 416);
            assertThat(problem.header("Cache-Control")).doesNotContain("public");
            assertThat(problem.header("Surrogate-Key")).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"image/svg+xml", "text/html", "application/xhtml+xml", "text/javascript"})
    void what_a_browser_could_run_is_harmless_as_a_picture_too(String mediaType) {
        AttachedFile hostile =
                Tickets.file(
                        platform,
                        "../../x.svg",
                        mediaType,
                        "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>");
        Articles content =
                Articles.article(agent, "Hostile")
                        .saying("", "![x](attachment:%s)".formatted(hostile.attachment()));
        UUID article = content.draft(platform);
        content.attach(platform, article, 2, hostile);
        publish(content, article, 2);

        Answer given = anonymously(path(hostile));

        assertThat(given.status()).isEqualTo(200);
        assertThat(given.header("Content-Disposition")).startsWith("attachment;");
        assertThat(given.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(given.header("Content-Security-Policy"))
                .isEqualTo("default-src 'none'; sandbox");
    }

    @Test
    void a_body_and_a_page_show_pictures_and_lead_to_other_files() {
        AttachedFile picture = picture();
        AttachedFile form = file("Antrag <1>.pdf", "application/pdf");
        AttachedFile unnamed = file("manual.pdf", "application/pdf");
        Articles content =
                Articles.article(agent, "Shown")
                        .saying(
                                "",
                                "![A screen](attachment:%s) and [the form](attachment:%s)"
                                        .formatted(picture.attachment(), form.attachment()));
        UUID article = content.draft(platform);
        content.attach(platform, article, 2, picture, form, unnamed);
        publish(content, article, 2);

        String html =
                platform.get(requester, "/api/v1/articles/" + article)
                        .body()
                        .path("html")
                        .asString();
        Answer page = anonymously("/kb/%s/articles/%s/shown".formatted(agent.tenant(), article));

        assertThat(html)
                .contains("<img src=\"%s\" alt=\"A screen\"".formatted(path(picture)))
                .contains("<a href=\"%s\" download=\"\"".formatted(path(form)));
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains(html).contains("manual.pdf", path(unnamed));
        assertThat(page.text()).doesNotContain("Antrag <1>").doesNotContain("screen.png");
        assertThat(page.header("Content-Security-Policy")).contains("img-src 'self'");
        assertThat(anonymously(path(picture)).status()).isEqualTo(200);
        assertThat(anonymously(path(form)).header("Content-Disposition")).startsWith("attachment;");
    }
}
