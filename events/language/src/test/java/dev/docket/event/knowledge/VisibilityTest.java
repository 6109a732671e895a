package dev.docket.event.knowledge;

import static dev.docket.event.knowledge.Visibility.AGENTS;
import static dev.docket.event.knowledge.Visibility.PUBLIC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.docket.event.Ids;
import dev.docket.event.TenantId;
import dev.docket.event.knowledge.Visibility.Audience;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class VisibilityTest {

    private static final TenantId ACME = new TenantId(Ids.named("tenant", "acme"));
    private static final TenantId BOLT = new TenantId(Ids.named("tenant", "bolt"));
    private static final TenantId CORE = new TenantId(Ids.named("tenant", "core"));
    private static final Visibility OURS = requesters();
    private static final List<Visibility> ALL =
            List.of(
                    PUBLIC,
                    AGENTS,
                    OURS,
                    requesters(ACME),
                    requesters(BOLT),
                    requesters(ACME, BOLT),
                    requesters(BOLT, CORE));

    private static Visibility requesters(TenantId... organisations) {
        return Visibility.requestersAnd(new TreeSet<>(Arrays.asList(organisations)));
    }

    static Stream<Arguments> articlesInCategories() {
        return Stream.of(
                arguments(PUBLIC, PUBLIC, PUBLIC),
                arguments(PUBLIC, AGENTS, AGENTS),
                arguments(PUBLIC, requesters(ACME), requesters(ACME)),
                arguments(requesters(ACME), PUBLIC, requesters(ACME)),
                arguments(requesters(ACME), AGENTS, AGENTS),
                arguments(requesters(ACME, BOLT), requesters(BOLT, CORE), requesters(BOLT)),
                arguments(requesters(ACME), requesters(BOLT), OURS),
                arguments(AGENTS, PUBLIC, AGENTS));
    }

    @ParameterizedTest
    @MethodSource("articlesInCategories")
    void an_article_is_never_more_visible_than_its_category(
            Visibility article, Visibility category, Visibility both) {
        assertThat(article.within(category)).isEqualTo(both);
    }

    /** Readers are: nobody signed in, a requester of each organisation, an agent of ours. */
    private static boolean mayRead(Visibility visibility, TenantId requesterOf) {
        return switch (visibility.audience()) {
            case PUBLIC -> true;
            case REQUESTERS -> visibility.organisations().contains(requesterOf);
            case AGENTS -> false;
        };
    }

    @Test
    void a_reader_gets_in_who_may_read_both_and_nobody_else() {
        for (Visibility article : ALL) {
            for (Visibility category : ALL) {
                Visibility both = article.within(category);
                for (TenantId organisation : List.of(ACME, BOLT, CORE)) {
                    assertThat(mayRead(both, organisation))
                            .as("%s reads %s in %s", organisation, article, category)
                            .isEqualTo(
                                    mayRead(article, organisation)
                                            && mayRead(category, organisation));
                }
                assertThat(both.audience() == Audience.PUBLIC)
                        .isEqualTo(article.equals(PUBLIC) && category.equals(PUBLIC));
                assertThat(both).isEqualTo(category.within(article));
            }
        }
    }
}
