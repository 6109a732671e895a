package dev.docket.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import dev.docket.event.Facts;
import dev.docket.event.people.PersonId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may know whom. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ModulesTest {

    private static final String OURS = "dev.docket..";
    private static final String LANGUAGE = "dev.docket.event..";
    private static final String LOG = "dev.docket.log..";
    private static final String CONTENT = "dev.docket.content..";
    private static final String EDGE = "dev.docket.edge..";
    private static final String[] TEXT = {"dev.docket.text..", "dev.docket.index.."};
    private static final String COMMANDS = "dev.docket.command..";
    private static final String PROJECTIONS = "dev.docket.projection..";
    private static final String QUERIES = "dev.docket.query..";
    private static final String EMBEDDED = "dev.docket.embedded..";
    private static final String STANDALONE = "dev.docket.standalone..";

    static Stream<Arguments> whatEachMayKnow() {
        return Stream.of(
                knows(LANGUAGE),
                knows(LOG, LANGUAGE),
                knows(EDGE, LANGUAGE, LOG),
                knows(CONTENT, LANGUAGE),
                knows(TEXT[0]),
                knows(TEXT[1], TEXT[0], LANGUAGE),
                knows(COMMANDS, LANGUAGE, LOG, EDGE, CONTENT),
                knows(PROJECTIONS, LANGUAGE, LOG, EDGE, TEXT[0], TEXT[1]),
                knows(QUERIES, LANGUAGE, LOG, EDGE, CONTENT, TEXT[0], TEXT[1]),
                knows(EMBEDDED),
                knows(STANDALONE, LANGUAGE, LOG, EDGE, COMMANDS, PROJECTIONS, QUERIES, EMBEDDED));
    }

    private static Arguments knows(String module, String... others) {
        return Arguments.of(
                module, Stream.concat(Stream.of(module), Arrays.stream(others)).toList());
    }

    @ParameterizedTest
    @MethodSource("whatEachMayKnow")
    void of_our_own_code_a_module_knows_only(String module, List<String> allowed) {
        classes()
                .that()
                .resideInAPackage(module)
                .should()
                .onlyDependOnClassesThat(
                        not(resideInAPackage(OURS))
                                .or(resideInAnyPackage(allowed.toArray(String[]::new))))
                .check(Repository.classes());
    }

    @Test
    void every_class_belongs_to_a_module_of_the_table() {
        classes()
                .should()
                .resideInAnyPackage(
                        whatEachMayKnow().map(row -> (String) row.get()[0]).toArray(String[]::new))
                .check(Repository.classes());
    }

    @Test
    void the_language_needs_no_framework() {
        classes()
                .that()
                .resideInAPackage(LANGUAGE)
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage(
                                LANGUAGE,
                                "java..",
                                "com.fasterxml.jackson.annotation..",
                                "org.jspecify.annotations.."))
                .check(Repository.classes());
    }

    @Test
    void the_command_side_reads_no_view_and_no_index() {
        noClasses()
                .that()
                .resideInAPackage(COMMANDS)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "org.springframework.jdbc..", "co.elastic..")
                .check(Repository.classes());
    }

    @Test
    void only_the_command_side_and_the_log_know_axon() {
        noClasses()
                .that()
                .resideOutsideOfPackages(COMMANDS, LOG)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.axonframework..")
                .check(Repository.classes());
    }

    @Test
    void no_package_is_in_a_cycle() {
        slices().matching("dev.docket.(**)")
                .should()
                .beFreeOfCycles()
                // The facts beside every event name a person, and a person's events are events.
                .ignoreDependency(Facts.class, PersonId.class)
                // What puts the parts of a package together has to know them.
                .ignoreDependency(nameMatching(".*Configuration(\\$.*)?"), resideInAPackage(OURS))
                .check(Repository.classes());
    }

    @Test
    void a_feature_has_the_same_name_on_every_side() {
        Set<String> written = below("dev.docket.event");
        Set<String> shown = below("dev.docket.projection");
        shown.retainAll(below("dev.docket.query"));

        assertThat(below("dev.docket.command"))
                .isSubsetOf(and(written, "decision", "dispatch", "demonstration"))
                .containsAll(written);
        assertThat(below("dev.docket.projection")).isSubsetOf(and(shown, "running"));
        // A file is shown by what it belongs to, what is similar is among tickets and articles, and
        // what happens is told from the log.
        assertThat(below("dev.docket.query"))
                .isSubsetOf(
                        and(
                                shown,
                                "freshness",
                                "paging",
                                "rows",
                                "attachment",
                                "similar",
                                "console",
                                "live"));
        assertThat(shown).contains("ticket", "people");
    }

    /** The packages right below one. */
    private static Set<String> below(String parent) {
        Set<String> names = new TreeSet<>();
        for (JavaClass type : Repository.classes()) {
            String name = type.getPackageName();
            if (name.startsWith(parent + ".")) {
                names.add(name.substring(parent.length() + 1).replaceFirst("\\..*", ""));
            }
        }
        return names;
    }

    private static Set<String> and(Set<String> features, String... ownedByNone) {
        Set<String> all = new TreeSet<>(features);
        all.addAll(Arrays.asList(ownedByNone));
        return all;
    }
}
