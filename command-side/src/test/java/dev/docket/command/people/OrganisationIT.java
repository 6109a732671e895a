package dev.docket.command.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.docket.command.TestHttp;
import dev.docket.command.TestHttp.Answer;
import dev.docket.command.TestNode;
import dev.docket.event.people.OrganisationEvent.OrganisationRenamed;
import dev.docket.event.people.OrganisationEvent.OrganisationSetUp;
import dev.docket.event.people.Role;
import dev.docket.log.LogReader;
import dev.docket.log.TestDatabase;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What an administrator says of the organisation, over HTTP. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OrganisationIT {

    private static final String NAME = "/organisation/name";
    private static final String SETUP = "/organisation/setup";

    private static final TestNode NODE = TestNode.on(TestDatabase.create());

    @AfterAll
    static void stop() {
        NODE.close();
    }

    private static TestHttp admin() {
        return NODE.as(TestNode.ANN, Role.ADMIN);
    }

    private static long head() {
        return NODE.bean(LogReader.class).head();
    }

    @Test
    void it_is_named_and_set_up_once_however_often_it_is_said() {
        Answer named = admin().put(NAME, Map.of("name", "Acme"), TestHttp.KEY, "naming");
        Answer again = admin().put(NAME, Map.of("name", "Acme"), TestHttp.KEY, "naming");
        Answer other = admin().put(NAME, Map.of("name", "Sons"), TestHttp.KEY, "naming");
        Answer old = admin().put(NAME, Map.of("name", "Sons"), "If-Match", "\"-1\"");
        List<Answer> finished =
                IntStream.range(0, 8)
                        .parallel()
                        .mapToObj(_ -> admin().post(SETUP, Map.of("skipped", true)))
                        .toList();

        assertThat(named.status()).as(named.toString()).isEqualTo(200);
        assertThat(named.etag()).isEqualTo("\"0\"");
        assertThat(again.withoutPosition()).isEqualTo(named.withoutPosition());
        assertThat(other.status()).isEqualTo(422);
        assertThat(old.status()).isEqualTo(412);
        assertThat(finished).extracting(Answer::status).containsOnly(200);
        assertThat(NODE.stream(named.id()))
                .extracting(recorded -> (Object) recorded.event().getClass())
                .containsExactly(OrganisationRenamed.class, OrganisationSetUp.class);
    }

    static Stream<Arguments> whatDoesNotFit() {
        return Stream.of(
                arguments("PUT", NAME, Map.of("name", " "), 422, "text-missing", "name"),
                arguments(
                        "PUT", NAME, Map.of("name", "x".repeat(121)), 422, "text-too-long", "name"),
                arguments("PUT", NAME, Map.of(), 422, "invalid-field", "name"),
                arguments("PUT", NAME, Map.of("name", List.of()), 400, "wrong-type", "name"),
                arguments("PUT", NAME, Map.of("name", "x", "y", 1), 400, "unknown-field", "y"),
                arguments("POST", SETUP, Map.of(), 422, "invalid-field", "skipped"),
                arguments("POST", SETUP, Map.of("skipped", "no"), 400, "wrong-type", "skipped"));
    }

    @ParameterizedTest
    @MethodSource("whatDoesNotFit")
    void what_does_not_fit_is_refused_with_field_and_rule_and_records_nothing(
            String method, String path, Object body, int status, String rule, String field) {
        long head = head();

        Answer refused = admin().send(method, path, body);

        assertThat(refused.status()).as(refused.toString()).isEqualTo(status);
        assertThat(refused.rule()).as(refused.toString()).isEqualTo(rule);
        assertThat(refused.text("field")).as(refused.toString()).isEqualTo(field);
        assertThat(head()).isEqualTo(head);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void only_an_administrator_says_anything_of_it(Role role) {
        List<Answer> answers =
                Arrays.asList(
                        NODE.as(TestNode.RITA, role).put(NAME, Map.of()),
                        NODE.as(TestNode.RITA, role).post(SETUP, Map.of()));

        assertThat(answers).extracting(Answer::status).containsOnly(role == Role.ADMIN ? 422 : 403);
        assertThat(NODE.anybody().put(NAME, Map.of()).status()).isEqualTo(401);
    }
}
