package dev.docket.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.command.decision.Actor;
import dev.docket.command.decision.Rule;
import dev.docket.command.dispatch.RefusedOnVersionException;
import dev.docket.command.dispatch.Wish;
import dev.docket.event.Facts;
import dev.docket.log.FactsMetaData;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.aggregate.TestExecutor;
import org.hamcrest.CustomTypeSafeMatcher;
import org.jspecify.annotations.Nullable;

/**
 * Given what happened, when somebody wishes something, then this happens: on Axon's fixture, for
 * aggregates of any feature.
 */
public final class Specification<E> {

    private static final Set<Class<?>> SPECIFIED = ConcurrentHashMap.newKeySet();

    private final TestExecutor<?> given;

    private Specification(Class<?> aggregate, Actor by, List<E> events) {
        AggregateTestFixture<?> fixture = new AggregateTestFixture<>(aggregate);
        fixture.registerCommandHandlerInterceptor((work, chain) -> {
            work.registerCorrelationDataProvider(
                    command -> Map.of("facts", Wish.in(command).facts()));
            return chain.proceed();
        });
        MetaData facts = FactsMetaData.of(facts(by, null, null));
        given =
                events.isEmpty()
                        ? fixture.givenNoPriorActivity()
                        : fixture.given(
                                events.stream()
                                        .map(event -> new GenericEventMessage<>(event, facts))
                                        .toList());
    }

    /** What one person did before. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public static <E> Specification<E> given(Class<?> aggregate, Actor by, E... events) {
        return new Specification<>(aggregate, by, Arrays.asList(events));
    }

    /** The commands that some example uses. */
    public static Set<Class<?>> specified() {
        return Collections.unmodifiableSet(SPECIFIED);
    }

    public static Facts facts(Actor actor, @Nullable String key, @Nullable String fingerprint) {
        UUID id = new UUID(0, 1);
        return new Facts(
                actor.tenant(), actor.person(), "Test", id, id, "test", null, key, fingerprint);
    }

    public Then<E> when(Actor actor, Object command) {
        return when(actor, command, null, null, null);
    }

    public Then<E> when(
            Actor actor,
            Object command,
            @Nullable String key,
            @Nullable String fingerprint,
            @Nullable Long ifMatch) {
        SPECIFIED.add(command.getClass());
        Wish wish = new Wish(actor, facts(actor, key, fingerprint), ifMatch);
        return new Then<>(given.when(command, Map.of("wish", wish)));
    }

    /** What came of it. */
    public record Then<E>(ResultValidator<?> result) {

        @SafeVarargs
        @SuppressWarnings("varargs") // the array is only read
        public final void then(E... events) {
            result.expectEvents((Object[]) events).expectSuccessfulHandlerExecution();
        }

        public void nothingHappens() {
            result.expectNoEvents().expectSuccessfulHandlerExecution();
        }

        public void refusedBy(Rule rule) {
            result.expectNoEvents()
                    .expectException(
                            new CustomTypeSafeMatcher<RefusedOnVersionException>(
                                    "a refusal by " + rule.slug()) {
                                @Override
                                protected boolean matchesSafely(RefusedOnVersionException refused) {
                                    assertThat(refused.refusal().rule()).isEqualTo(rule);
                                    return true;
                                }
                            });
        }
    }
}
