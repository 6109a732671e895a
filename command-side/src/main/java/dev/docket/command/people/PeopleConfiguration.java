package dev.docket.command.people;

import dev.docket.command.dispatch.Aggregates;
import dev.docket.command.dispatch.CommandDispatch;
import dev.docket.event.people.EmailAddress;
import dev.docket.log.LogReader;
import org.axonframework.modelling.command.AggregateAnnotationCommandHandler;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The people feature of the command side. */
@Configuration(proxyBeanMethods = false)
@Import({
    SignInController.class,
    SessionController.class,
    PeopleController.class,
    OrganisationController.class
})
public class PeopleConfiguration {

    private static final int CACHED = 50_000;
    private static final int CACHED_ORGANISATIONS = 1_000;

    @Bean
    AggregateAnnotationCommandHandler<PersonAggregate> personHandler(Aggregates aggregates) {
        return aggregates.handler(
                PersonAggregate.class, aggregates.repository(PersonAggregate.class, CACHED));
    }

    @Bean
    AggregateAnnotationCommandHandler<OrganisationAggregate> organisationHandler(
            Aggregates aggregates) {
        return aggregates.handler(
                OrganisationAggregate.class,
                aggregates.repository(OrganisationAggregate.class, CACHED_ORGANISATIONS));
    }

    @Bean
    Passwords passwords() {
        return new Passwords();
    }

    @Bean
    FailedSignIns failedSignIns() {
        return new FailedSignIns();
    }

    @Bean
    People people(CommandDispatch dispatch, LogReader log) {
        return new People(dispatch, log);
    }

    @Bean
    SignIns signIns(People people, Passwords passwords, FailedSignIns failures) {
        return new SignIns(people, passwords, failures);
    }

    @Bean
    FirstStart firstStart(
            People people,
            Passwords passwords,
            @Value("${docket.first-organisation:first}") String organisation,
            @Value("${docket.first-admin:admin@docket.local}") String administrator) {
        return new FirstStart(people, passwords, organisation, new EmailAddress(administrator));
    }
}
