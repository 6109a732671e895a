package dev.docket.architecture;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethodWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What no line of production code does. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class HabitsTest {

    private static final String[] COMMAND_LINES = {
        "dev.docket.command", "dev.docket.command.imports.cli..", "dev.docket.standalone.."
    };

    private static final Set<String> INJECTION =
            Set.of("Autowired", "Inject", "Resource", "Value", "PersistenceContext");

    @Test
    void only_command_lines_write_to_the_console() {
        noClasses()
                .that()
                .resideOutsideOfPackages(COMMAND_LINES)
                .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS)
                .check(Repository.classes());
    }

    @Test
    void nothing_sleeps() {
        noClasses()
                .should(
                        callMethodWhere(
                                target(owner(assignableTo(Thread.class)))
                                        .and(target(nameMatching("sleep")))))
                .check(Repository.classes());
    }

    @Test
    void old_dates_are_not_used() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching(
                        "java\\.util\\.(Date|Calendar|GregorianCalendar)|java\\.text\\..*Date.*")
                .check(Repository.classes());
    }

    /** A decision that asks for the time cannot be repeated in a test, nor from the log. */
    @Test
    void time_comes_from_a_clock() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(Repository.classes());
        noClasses()
                .that()
                .resideInAPackage("dev.docket.command.ticket..")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .check(Repository.classes());
    }

    @Test
    void what_a_class_needs_comes_through_its_constructor() {
        fields().should(notBeInjected()).check(Repository.classes());
    }

    @Test
    void a_name_in_json_never_becomes_a_class() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "com.thoughtworks.xstream..", "org.axonframework.serialization.xml..")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(java.io.ObjectInputStream.class)
                .orShould(callMethodWhere(target(nameMatching("(activate|enable)DefaultTyping.*"))))
                .check(Repository.classes());
        noFields()
                .should()
                .beAnnotatedWith("com.fasterxml.jackson.annotation.JsonTypeInfo")
                .check(Repository.classes());
        noClasses()
                .should()
                .beAnnotatedWith("com.fasterxml.jackson.annotation.JsonTypeInfo")
                .check(Repository.classes());
    }

    @Test
    void what_may_be_null_says_so() {
        classes().should(beInNullMarkedPackage()).check(Repository.classes());
    }

    @Test
    void static_state_does_not_change() {
        fields().that().areStatic().should().beFinal().check(Repository.classes());
    }

    private static ArchCondition<JavaField> notBeInjected() {
        return new ArchCondition<>("not be injected") {
            @Override
            public void check(JavaField field, ConditionEvents events) {
                for (JavaAnnotation<?> annotation : field.getAnnotations()) {
                    boolean injected = INJECTION.contains(annotation.getRawType().getSimpleName());
                    if (injected) {
                        events.add(SimpleConditionEvent.violated(field, field.getDescription()));
                    }
                }
            }
        };
    }

    private static ArchCondition<JavaClass> beInNullMarkedPackage() {
        return new ArchCondition<>("be in a package that is @NullMarked") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                    events.add(SimpleConditionEvent.violated(type, type.getPackageName()));
                }
            }
        };
    }
}
