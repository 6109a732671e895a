package dev.docket.command.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.command.Specification;
import dev.docket.command.decision.Rule;
import dev.docket.command.decision.TextRule;
import dev.docket.command.dispatch.DispatchRule;
import dev.docket.command.people.OrganisationCommand.FinishSetUp;
import dev.docket.command.people.OrganisationCommand.RenameOrganisation;
import dev.docket.event.TenantId;
import dev.docket.event.people.OrganisationEvent;
import dev.docket.event.people.OrganisationEvent.OrganisationRenamed;
import dev.docket.event.people.OrganisationEvent.OrganisationSetUp;
import java.util.Arrays;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The specification of every command about an organisation. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OrganisationTest {

    private static final TenantId ACME = PersonTest.ADA.tenant();

    private static Specification<OrganisationEvent> given(OrganisationEvent... events) {
        return Specification.given(OrganisationAggregate.class, PersonTest.ADA, events);
    }

    private static OrganisationRenamed named(String name) {
        return new OrganisationRenamed(ACME, null, name);
    }

    @Test
    void an_organisation_has_no_name_until_it_is_given_one() {
        given().when(PersonTest.ADA, new RenameOrganisation(ACME, "Acme")).then(named("Acme"));
        given(named("Acme"))
                .when(PersonTest.ADA, new RenameOrganisation(ACME, "Acme & Sons"))
                .then(new OrganisationRenamed(ACME, "Acme", "Acme & Sons"));
        given(named("Acme"))
                .when(PersonTest.ADA, new RenameOrganisation(ACME, "Acme"))
                .nothingHappens();
    }

    static Stream<Arguments> namesThatDoNotFit() {
        return Stream.of(
                Arguments.of("", TextRule.MISSING),
                Arguments.of(" ", TextRule.MISSING),
                Arguments.of("Acme\nSons", TextRule.HAS_CONTROL_CHARACTERS),
                Arguments.of("half a \ud800", TextRule.HAS_CONTROL_CHARACTERS),
                Arguments.of("x".repeat(121), TextRule.TOO_LONG));
    }

    @ParameterizedTest
    @MethodSource("namesThatDoNotFit")
    void a_name_is_one_line_of_some_length(String name, Rule rule) {
        given().when(PersonTest.ADA, new RenameOrganisation(ACME, name)).refusedBy(rule);
    }

    @Test
    void the_longest_name_fits() {
        String longest = "x".repeat(120);
        given().when(PersonTest.ADA, new RenameOrganisation(ACME, longest)).then(named(longest));
    }

    @Test
    void an_organisation_is_set_up_once_whether_or_not_the_questions_were_answered() {
        given().when(PersonTest.ADA, new FinishSetUp(ACME, true))
                .then(new OrganisationSetUp(ACME, true));
        given(named("Acme"))
                .when(PersonTest.ADA, new FinishSetUp(ACME, false))
                .then(new OrganisationSetUp(ACME, false));
        given(new OrganisationSetUp(ACME, true))
                .when(PersonTest.ADA, new FinishSetUp(ACME, false))
                .nothingHappens();
    }

    @Test
    void a_command_decided_on_an_old_version_is_refused() {
        given(named("Acme"), new OrganisationSetUp(ACME, false))
                .when(PersonTest.ADA, new RenameOrganisation(ACME, "Sons"), null, null, 0L)
                .refusedBy(DispatchRule.VERSION_IS_OLD);
        given(named("Acme"), new OrganisationSetUp(ACME, false))
                .when(PersonTest.ADA, new RenameOrganisation(ACME, "Sons"), null, null, 1L)
                .then(new OrganisationRenamed(ACME, "Acme", "Sons"));
    }

    @AfterAll
    static void every_command_is_specified_and_handled() {
        assertThat(Specification.specified())
                .contains(OrganisationCommand.class.getPermittedSubclasses());
        assertThat(
                        Arrays.stream(OrganisationAggregate.class.getDeclaredMethods())
                                .filter(method -> method.isAnnotationPresent(CommandHandler.class))
                                .<Class<?>>map(method -> method.getParameterTypes()[0]))
                .contains(OrganisationCommand.class.getPermittedSubclasses());
    }
}
