package dev.docket.query.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.event.knowledge.ArticleEvent.ArticlePublished;
import dev.docket.event.knowledge.ArticleId;
import dev.docket.event.knowledge.Visibility;
import dev.docket.event.knowledge.Visibility.Audience;
import dev.docket.event.people.Role;
import dev.docket.query.Answer;
import dev.docket.query.Articles;
import dev.docket.query.EmbeddingServer.Mood;
import dev.docket.query.HybridPlatform;
import dev.docket.query.OnHybridPlatform;
import dev.docket.query.QueryPlatform;
import dev.docket.query.Someone;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Articles are found by words and by meaning. */
@ExtendWith(OnHybridPlatform.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class HybridArticleSearchIT {

    private static final String SAME_MEANING = "cannot log on";
    private static final String FOUND = "Sign-in fails";

    private final HybridPlatform hybrid;
    private final QueryPlatform platform;
    private final Someone agent = Someone.ofNewOrganisation(Role.AGENT);
    private final Someone requester = agent.colleague(Role.REQUESTER);

    HybridArticleSearchIT(HybridPlatform hybrid) {
        this.hybrid = hybrid;
        this.platform = hybrid.platform;
    }

    @AfterEach
    void recover() {
        hybrid.endpoint.behave(Mood.WELL);
    }

    private static String path(String words, String... parameters) {
        String path = "/api/v1/search/articles?q=" + QueryPlatform.coded(words);
        return parameters.length == 0 ? path : path + "&" + String.join("&", parameters);
    }

    private List<String> found(Someone caller, String... parameters) {
        return platform.get(caller, path(SAME_MEANING, parameters)).items("title");
    }

    /** Waits until so many are found. */
    private List<String> found(int count, Someone caller, String... parameters) {
        return hybrid.until(
                        () -> platform.get(caller, path(SAME_MEANING, parameters)),
                        answer -> answer.items().size() == count)
                .items("title");
    }

    @Test
    void an_article_without_any_of_the_words_is_found_by_its_meaning() {
        Articles.article(agent, FOUND).publish(platform);
        Articles.article(agent, "The coffee machine").publish(platform);
        hybrid.awaitVectors();

        assertThat(found(1, requester)).containsExactly(FOUND);
        Answer answer = platform.get(requester, path(SAME_MEANING, "facets=true"));
        assertThat(answer.body().path("total").path("count").asInt()).isZero();
        assertThat(answer.items().getFirst().path("highlights").size()).isZero();
    }

    @Test
    void meaning_shows_nobody_what_they_may_not_read() {
        Someone stranger = Someone.ofNewOrganisation(Role.REQUESTER);
        Articles.article(agent, FOUND).publish(platform);
        Articles.article(agent, FOUND + " for requesters")
                .to(new Visibility(Audience.REQUESTERS, Collections.emptySortedSet()))
                .publish(platform);
        Articles.article(agent, FOUND + " for agents").to(Visibility.AGENTS).publish(platform);
        Articles.article(agent, FOUND + " in a draft").draft(platform);
        hybrid.awaitVectors();

        assertThat(found(3, agent))
                .containsExactlyInAnyOrder(FOUND, FOUND + " for requesters", FOUND + " for agents");
        assertThat(found(requester)).containsExactlyInAnyOrder(FOUND, FOUND + " for requesters");
        assertThat(found(stranger)).isEmpty();
        assertThat(found(stranger, "organisation=" + agent.tenant())).containsExactly(FOUND);
        assertThat(found(agent, "draft=true")).hasSize(4).contains(FOUND + " in a draft");
    }

    @Test
    void filters_hold_for_what_is_near() {
        UUID category = Articles.category(platform, agent, null, "Accounts", Visibility.PUBLIC);
        Articles.article(agent, FOUND).publish(platform);
        Articles.article(agent, FOUND + " there")
                .in("de")
                .within(category, "blue")
                .publish(platform);
        hybrid.awaitVectors();

        assertThat(found(2, requester)).hasSize(2);
        for (String filter : List.of("language=de", "tags=blue", "category=" + category)) {
            assertThat(found(requester, filter)).containsExactly(FOUND + " there");
        }
        assertThat(found(requester, "tags=red")).isEmpty();
    }

    @Test
    void what_was_hidden_is_not_found_while_vectors_are_late() {
        UUID hidden = Articles.article(agent, FOUND).publish(platform);
        hybrid.awaitVectors();
        assertThat(found(1, requester)).containsExactly(FOUND);
        hybrid.endpoint.behave(Mood.UNAVAILABLE);
        Articles secret = Articles.article(agent, "Quite another text").to(Visibility.AGENTS);
        secret.edit(platform, hidden, 2, "hidden");
        platform.append(
                agent,
                hidden,
                new ArticlePublished(new ArticleId(hidden), 2, null, secret.content()));

        assertThat(found(requester)).isEmpty();
        assertThat(found(agent)).containsExactly("Quite another text");
    }

    @Test
    void what_articles_say_now_is_near() {
        UUID article = Articles.article(agent, "The coffee machine").publish(platform);
        hybrid.awaitVectors();
        Articles other = Articles.article(agent, FOUND);
        other.edit(platform, article, 2, "another subject");
        platform.append(
                agent,
                article,
                new ArticlePublished(new ArticleId(article), 2, null, other.content()));
        hybrid.awaitVectors();

        assertThat(found(1, requester)).containsExactly(FOUND);
    }

    @ParameterizedTest
    @ValueSource(ints = {7, 20, 100})
    void a_walk_gives_each_article_once(int limit) {
        String padding = "because of coffee, machine, sugar, tea, milk, water and weather";
        for (int n = 0; n < 120; n++) {
            Articles.article(agent, "cannot log on " + n).saying(padding, "").publish(platform);
        }
        for (int n = 0; n < 20; n++) {
            Articles.article(agent, FOUND + " " + n).publish(platform);
        }
        hybrid.awaitVectors();
        hybrid.until(
                () -> platform.get(requester, path(SAME_MEANING, "limit=100")),
                answer ->
                        answer.items("title").stream()
                                        .filter(title -> title.startsWith(FOUND))
                                        .count()
                                == 20);

        List<String> walked =
                platform.walk(requester, path(SAME_MEANING, "limit=" + limit)).stream()
                        .flatMap(page -> page.items("title").stream())
                        .toList();

        assertThat(walked).hasSize(140).doesNotHaveDuplicates();
    }

    @Test
    void pages_of_the_public_knowledge_base_find_by_meaning_too() {
        Articles.article(agent, FOUND).publish(platform);
        hybrid.awaitVectors();
        assertThat(found(1, requester)).containsExactly(FOUND);

        Answer page =
                platform.send(
                        platform.requestWithoutToken(
                                "/kb/%s/search?q=%s"
                                        .formatted(
                                                agent.tenant(),
                                                QueryPlatform.coded(SAME_MEANING))));

        assertThat(page.text()).contains(FOUND);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Y3Vyc29y", "AAAA"})
    void a_forged_cursor_is_refused(String cursor) {
        assertThat(platform.get(requester, path(SAME_MEANING, "cursor=" + cursor)).status())
                .isEqualTo(400);
    }
}
