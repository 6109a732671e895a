package dev.docket.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.acceptance.Api.Answer;
import dev.docket.acceptance.Platform.Credentials;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** What tests of the knowledge base do over and over, with the shared platform's people. */
final class KnowledgeBase {

    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final Api admin;

    KnowledgeBase(Platform platform) {
        admin = platform.signIn();
    }

    Api admin() {
        return admin;
    }

    /** Somebody new. */
    Api person(String role) {
        Credentials person = admin.register("Robin", role);
        return admin.signedOut().signIn(person.email(), person.password());
    }

    /** Its id; no other category has its whole name. */
    String category(String name, String audience) {
        Answer added =
                admin.post(
                        "/api/v1/categories",
                        Map.of(
                                "names",
                                Map.of("en", name + " " + UUID.randomUUID()),
                                "visibility",
                                Map.of("audience", audience)));
        assertThat(added.status()).as("%s", added.body()).isEqualTo(201);
        return added.id();
    }

    /** Public, in English. */
    static Map<String, Object> content(String category, String title, String body) {
        Map<String, Object> content = new HashMap<>();
        content.put("language", "en");
        content.put("title", title);
        content.put("body", body);
        content.put("category", category);
        content.put("visibility", Map.of("audience", "public"));
        return content;
    }

    Answer draft(String category, String title, String body) {
        Answer drafted = admin.post("/api/v1/articles", content(category, title, body));
        assertThat(drafted.status()).as("%s", drafted.body()).isEqualTo(201);
        return drafted;
    }

    /** The answer to what made it public. */
    Answer publish(String article) {
        Answer published = admin.post("/api/v1/articles/" + article + "/publication", Map.of());
        assertThat(published.status()).as("%s", published.body()).isEqualTo(200);
        return published;
    }

    Answer published(String category, String title, String body) {
        return publish(draft(category, title, body).id());
    }

    /** As it is after a command, for whoever asks, however long the view takes. */
    static Answer after(Answer command, Api reader, String path) {
        long deadline = System.nanoTime() + LONGEST.toNanos();
        Answer answer = reader.get(path, "Docket-Position", command.position());
        while (isLate(answer)) {
            assertThat(System.nanoTime()).as("%s is late", path).isLessThan(deadline);
            answer = reader.get(path, "Docket-Position", command.position());
        }
        return answer;
    }

    private static boolean isLate(Answer answer) {
        return answer.header("Docket-Stale") != null || answer.status() == 503;
    }

    /** The organisation that everybody here belongs to. */
    String organisation(Answer published) {
        return after(published, admin, "/api/v1/articles/" + published.id())
                .body()
                .path("organisation")
                .asString();
    }
}
