package dev.docket.command.people;

import static dev.docket.command.people.PersonSpecification.given;
import static dev.docket.command.people.PersonSpecification.givenNobody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.command.Specification;
import dev.docket.command.decision.Actor;
import dev.docket.command.decision.RefusedException;
import dev.docket.command.dispatch.DispatchRule;
import dev.docket.command.people.PersonCommand.ChangeRoles;
import dev.docket.command.people.PersonCommand.DeactivatePerson;
import dev.docket.command.people.PersonCommand.ReactivatePerson;
import dev.docket.command.people.PersonCommand.RenamePerson;
import dev.docket.command.people.PersonCommand.SetPassword;
import dev.docket.edge.ProblemException;
import dev.docket.event.Ids;
import dev.docket.event.TenantId;
import dev.docket.event.people.EmailAddress;
import dev.docket.event.people.PersonEvent;
import dev.docket.event.people.PersonEvent.PasswordSet;
import dev.docket.event.people.PersonEvent.PersonDeactivated;
import dev.docket.event.people.PersonEvent.PersonReactivated;
import dev.docket.event.people.PersonEvent.PersonRegistered;
import dev.docket.event.people.PersonEvent.PersonRenamed;
import dev.docket.event.people.PersonEvent.RolesChanged;
import dev.docket.event.people.PersonId;
import dev.docket.event.people.Role;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The specification of every command about a person. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PersonTest {

    private static final TenantId ACME = new TenantId(Ids.named("tenant", "acme"));
    private static final EmailAddress EMAIL = new EmailAddress("pat@example.org");
    private static final PersonId PAT = PersonId.of(EMAIL);
    static final Actor ADA = new Actor(ACME, new PersonId(Ids.named("ada")), true);
    private static final Actor PAT_THEMSELVES = new Actor(ACME, PAT, true);
    private static final Actor AN_ADMIN_ELSEWHERE =
            new Actor(new TenantId(Ids.named("tenant", "other")), ADA.person(), true);
    private static final Set<Role> AGENT = Set.of(Role.AGENT);
    private static final Set<Role> ADMIN = Set.of(Role.ADMIN);

    private static PersonRegistered registered(Set<Role> roles) {
        return new PersonRegistered(PAT, EMAIL, "Pat", roles);
    }

    private static PersonRegistered registered() {
        return registered(AGENT);
    }

    private static PersonDeactivated deactivated() {
        return new PersonDeactivated(PAT, "Has left");
    }

    private static RegisterPerson register(String name, Set<Role> roles, @Nullable String hash) {
        return new RegisterPerson(PAT, EMAIL, name, roles, hash);
    }

    @Test
    void somebody_is_registered_with_a_one_time_password_or_none() {
        givenNobody().when(ADA, register("Pat", AGENT, null)).then(registered());
        givenNobody()
                .when(ADA, register("Pat", AGENT, "{hash}"))
                .then(registered(), new PasswordSet(PAT, "{hash}", true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "Pat\nPending"})
    void a_name_is_needed_and_is_one_line(String name) {
        givenNobody().when(ADA, register(name, AGENT, null)).refusedBy(PersonRule.NAME_LENGTH);
        given(registered())
                .when(ADA, new RenamePerson(PAT, name))
                .refusedBy(PersonRule.NAME_LENGTH);
    }

    @Test
    void a_name_is_not_too_long() {
        String longest = "x".repeat(120);
        given(registered())
                .when(ADA, new RenamePerson(PAT, longest))
                .then(new PersonRenamed(PAT, "Pat", longest));
        given(registered())
                .when(ADA, new RenamePerson(PAT, longest + "x"))
                .refusedBy(PersonRule.NAME_LENGTH);
        given(registered()).when(ADA, new RenamePerson(PAT, "Pat")).nothingHappens();
    }

    @Test
    void somebody_has_at_least_one_role() {
        givenNobody().when(ADA, register("Pat", Set.of(), null)).refusedBy(PersonRule.ROLE_MISSING);
        given(registered())
                .when(ADA, new ChangeRoles(PAT, Set.of()))
                .refusedBy(PersonRule.ROLE_MISSING);
    }

    @Test
    void roles_are_changed() {
        given(registered())
                .when(ADA, new ChangeRoles(PAT, ADMIN))
                .then(new RolesChanged(PAT, AGENT, ADMIN));
        given(registered()).when(ADA, new ChangeRoles(PAT, AGENT)).nothingHappens();
    }

    @Test
    void nobody_takes_the_administrators_role_from_themselves() {
        given(registered(ADMIN))
                .when(PAT_THEMSELVES, new ChangeRoles(PAT, AGENT))
                .refusedBy(PersonRule.OWN_ADMIN_ROLE);
        given(registered(ADMIN))
                .when(PAT_THEMSELVES, new DeactivatePerson(PAT, "Tired"))
                .refusedBy(PersonRule.OWN_ADMIN_ROLE);
        given(registered(ADMIN))
                .when(ADA, new ChangeRoles(PAT, AGENT))
                .then(new RolesChanged(PAT, ADMIN, AGENT));
        given(registered(ADMIN))
                .when(PAT_THEMSELVES, new ChangeRoles(PAT, Set.of(Role.ADMIN, Role.AUDITOR)))
                .then(new RolesChanged(PAT, ADMIN, Set.of(Role.ADMIN, Role.AUDITOR)));
    }

    @Test
    void a_password_says_whether_somebody_else_chose_it() {
        given(registered())
                .when(ADA, new SetPassword(PAT, "{hash}", true, true))
                .then(new PasswordSet(PAT, "{hash}", true));
        given(registered(), new PasswordSet(PAT, "{hash}", true))
                .when(PAT_THEMSELVES, new SetPassword(PAT, "{other}", false, true))
                .then(new PasswordSet(PAT, "{other}", false));
        given(registered(), deactivated())
                .when(ADA, new SetPassword(PAT, "{hash}", true, true))
                .refusedBy(PersonRule.PERSON_IS_DEACTIVATED);
        given(registered())
                .when(PAT_THEMSELVES, new SetPassword(PAT, "{other}", false, false))
                .refusedBy(PersonRule.PASSWORD_IS_WRONG);
    }

    @Test
    void somebody_is_deactivated_and_comes_back() {
        given(registered()).when(ADA, new DeactivatePerson(PAT, "Has left")).then(deactivated());
        given(registered(), deactivated())
                .when(ADA, new DeactivatePerson(PAT, "Has left"))
                .nothingHappens();
        given(registered(), deactivated())
                .when(ADA, new ReactivatePerson(PAT))
                .then(new PersonReactivated(PAT));
        given(registered()).when(ADA, new ReactivatePerson(PAT)).nothingHappens();
    }

    @Test
    void a_command_decided_on_an_old_version_is_refused() {
        given(registered(), deactivated())
                .when(ADA, new ReactivatePerson(PAT), null, null, 0L)
                .refusedBy(DispatchRule.VERSION_IS_OLD);
        given(registered(), deactivated())
                .when(ADA, new ReactivatePerson(PAT), null, null, 1L)
                .then(new PersonReactivated(PAT));
    }

    static Stream<PersonCommand> commands() {
        return Stream.of(
                new ChangeRoles(PAT, ADMIN),
                new RenamePerson(PAT, "Patricia"),
                new SetPassword(PAT, "{hash}", true, true),
                new DeactivatePerson(PAT, "Has left"),
                new ReactivatePerson(PAT));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void an_administrator_of_another_organisation_is_told_that_there_is_nobody(
            PersonCommand command) {
        given(registered())
                .when(AN_ADMIN_ELSEWHERE, command)
                .refusedBy(PersonRule.PERSON_NOT_FOUND);
    }

    private static Person after(PersonEvent... events) {
        Person person = null;
        long version = 0;
        for (PersonEvent event : events) {
            person = Person.evolve(person, event, Specification.facts(ADA, null, null), version++);
        }
        if (person == null) {
            throw new IllegalArgumentException("No events");
        }
        return person;
    }

    static Stream<PersonEvent> whatEndsEarlierSignIns() {
        return Stream.of(
                new PasswordSet(PAT, "{hash}", false),
                new RolesChanged(PAT, AGENT, ADMIN),
                deactivated(),
                new PersonReactivated(PAT));
    }

    @ParameterizedTest
    @MethodSource("whatEndsEarlierSignIns")
    void earlier_sign_ins_end_with(PersonEvent event) {
        assertThat(after(registered(), event).credential()).isEqualTo(1);
    }

    @Test
    void a_new_name_ends_no_sign_in() {
        Person person = after(registered(), new PersonRenamed(PAT, "Pat", "Patricia"));
        assertThat(person.credential()).isZero();
        assertThat(person.name()).isEqualTo("Patricia");
    }

    @Test
    void ten_failures_close_an_account_for_a_while_and_no_other() {
        FailedSignIns failures = new FailedSignIns();
        for (int i = 0; i < 10; i++) {
            failures.mayTry("pat");
            failures.failed("pat");
        }

        assertThatThrownBy(() -> failures.mayTry("pat"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status().value()).isEqualTo(429));
        failures.mayTry("ada");
    }

    @Test
    void a_one_time_password_is_long_and_never_the_same() {
        Passwords passwords = new Passwords();
        assertThat(Stream.generate(passwords::oneTime).limit(100))
                .allMatch(password -> password.matches("([a-z2-9]{4}-){3}[a-z2-9]{4}"))
                .doesNotHaveDuplicates();
    }

    @Test
    void a_password_is_kept_as_a_hash_that_only_it_matches() {
        Passwords passwords = new Passwords();
        String hash = passwords.hash("correct horse battery");

        assertThat(hash).doesNotContain("horse");
        assertThat(passwords.matches("correct horse battery", hash)).isTrue();
        assertThat(passwords.matches("correct horse batterY", hash)).isFalse();
        assertThat(passwords.matches("nobody has this password", null)).isFalse();
    }

    /** bcrypt looks at 72 bytes and no further: more would be a password that is not checked. */
    @ParameterizedTest
    @ValueSource(ints = {11, 73})
    void a_password_is_neither_too_short_nor_too_long(int length) {
        assertThatThrownBy(() -> new Passwords().hash("x".repeat(length)))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        e -> assertThat(e.refusal().rule()).isEqualTo(PersonRule.PASSWORD_LENGTH));
    }

    @AfterAll
    static void every_command_is_specified_and_handled() {
        Set<Class<?>> handled = new HashSet<>();
        Arrays.stream(PersonAggregate.class.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(CommandHandler.class))
                .map(Method::getParameterTypes)
                .forEach(parameters -> handled.add(parameters[0]));
        assertThat(Specification.specified())
                .contains(PersonCommand.class.getPermittedSubclasses())
                .contains(RegisterPerson.class);
        assertThat(handled)
                .contains(PersonCommand.class.getPermittedSubclasses())
                .contains(RegisterPerson.class);
    }
}
