package dev.docket.command.people;

import dev.docket.command.decision.Actor;
import dev.docket.command.decision.Rule;
import dev.docket.command.dispatch.RefusedOnVersionException;
import dev.docket.command.dispatch.Wish;
import dev.docket.event.Facts;
import dev.docket.event.people.PersonEvent;
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

/** Given what happened to a person, when somebody wishes something, then this happens. */
final class PersonSpecification {

    private static final Set<Class<?>> SPECIFIED = ConcurrentHashMap.newKeySet();

    private final TestExecutor<PersonAggregate> given;

    private PersonSpecification(List<PersonEvent> events) {
        AggregateTestFixture<PersonAggregate> fixture =
                new AggregateTestFixture<>(PersonAggregate.class);
        fixture.registerCommandHandlerInterceptor((work, chain) -> {
            work.registerCorrelationDataProvider(
                    command -> Map.of("facts", Wish.in(command).facts()));
            return chain.proceed();
        });
        MetaData facts = FactsMetaData.of(facts(PersonTest.ADA, null));
        given =
                events.isEmpty()
                        ? fixture.givenNoPriorActivity()
                        : fixture.given(
                                events.stream()
                                        .map(event -> new GenericEventMessage<>(event, facts))
                                        .toList());
    }

    static PersonSpecification given(PersonEvent... events) {
        return new PersonSpecification(Arrays.asList(events));
    }

    static PersonSpecification givenNobody() {
        return new PersonSpecification(List.of());
    }

    /** The commands that some example uses. */
    static Set<Class<?>> specified() {
        return Collections.unmodifiableSet(SPECIFIED);
    }

    Then when(Actor actor, Object command) {
        return when(actor, command, null);
    }

    /**
     * @param ifMatch the version that the wish was decided on
     */
    Then when(Actor actor, Object command, @Nullable Long ifMatch) {
        SPECIFIED.add(command.getClass());
        Wish wish = new Wish(actor, facts(actor, null), ifMatch);
        return new Then(given.when(command, Map.of("wish", wish)));
    }

    static Facts facts(Actor actor, @Nullable String key) {
        UUID id = new UUID(0, 1);
        return new Facts(actor.tenant(), actor.person(), "Test", id, id, "test", null, key, key);
    }

    record Then(ResultValidator<PersonAggregate> result) {

        void then(PersonEvent... events) {
            result.expectEvents((Object[]) events).expectSuccessfulHandlerExecution();
        }

        void nothingHappens() {
            result.expectNoEvents().expectSuccessfulHandlerExecution();
        }

        void refusedBy(Rule rule) {
            result.expectNoEvents().expectException(refusalBy(rule));
        }

        private static CustomTypeSafeMatcher<RefusedOnVersionException> refusalBy(Rule rule) {
            return new CustomTypeSafeMatcher<>("a refusal by " + rule.slug()) {
                @Override
                protected boolean matchesSafely(RefusedOnVersionException refused) {
                    return refused.refusal().rule().equals(rule);
                }
            };
        }
    }
}
