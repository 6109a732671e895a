package dev.docket.command.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.command.decision.Actor;
import dev.docket.command.decision.Rule;
import dev.docket.command.dispatch.RefusedOnVersionException;
import dev.docket.command.dispatch.Wish;
import dev.docket.event.ticket.TicketEvent;
import dev.docket.log.FactsMetaData;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.aggregate.TestExecutor;
import org.hamcrest.CustomTypeSafeMatcher;
import org.jspecify.annotations.Nullable;

/** Given what happened, when somebody wishes something, then this happens: on Axon's fixture. */
final class TicketSpecification {

    private static final Set<Class<?>> SPECIFIED = ConcurrentHashMap.newKeySet();

    private final AggregateTestFixture<TicketAggregate> fixture =
            new AggregateTestFixture<>(TicketAggregate.class);
    private final TestExecutor<TicketAggregate> given;

    private TicketSpecification(List<TicketEvent> events) {
        fixture.registerCommandHandlerInterceptor((work, chain) -> {
            work.registerCorrelationDataProvider(
                    command -> Map.of("facts", Wish.in(command).facts()));
            return chain.proceed();
        });
        MetaData facts =
                FactsMetaData.of(TicketExamples.facts(TicketExamples.AN_AGENT, null, null));
        given =
                events.isEmpty()
                        ? fixture.givenNoPriorActivity()
                        : fixture.given(
                                events.stream()
                                        .map(event -> new GenericEventMessage<>(event, facts))
                                        .toList());
    }

    static TicketSpecification given(TicketEvent... events) {
        return new TicketSpecification(Arrays.asList(events));
    }

    static TicketSpecification givenNothing() {
        return new TicketSpecification(List.of());
    }

    /** The commands that some example uses. */
    static Set<Class<?>> specified() {
        return Collections.unmodifiableSet(SPECIFIED);
    }

    Then when(Actor actor, Object command) {
        return when(actor, command, null, null, null);
    }

    Then when(
            Actor actor,
            Object command,
            @Nullable String key,
            @Nullable String fingerprint,
            @Nullable Long ifMatch) {
        SPECIFIED.add(command.getClass());
        Wish wish = new Wish(actor, TicketExamples.facts(actor, key, fingerprint), ifMatch);
        return new Then(given.when(command, Map.of("wish", wish)));
    }

    record Then(ResultValidator<TicketAggregate> result) {

        void then(TicketEvent... events) {
            result.expectEvents((Object[]) events).expectSuccessfulHandlerExecution();
        }

        void nothingHappens() {
            result.expectNoEvents().expectSuccessfulHandlerExecution();
        }

        void refusedBy(Rule rule) {
            result.expectNoEvents()
                    .expectException(RefusedOnVersionException.class)
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
