package dev.docket.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.edge.EdgeNode.Answer;
import dev.docket.event.TenantId;
import dev.docket.event.people.PersonId;
import dev.docket.event.people.Role;
import java.io.IOException;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told to whoever sent something wrong, and to whoever came at a bad moment. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ProblemsIT {

    private static EdgeNode node;

    @BeforeAll
    static void start() {
        node = new EdgeNode();
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'text': 7}               | wrong-type | text | 'text' is a text, and not '7'",
                "{'text': ['a']}           | wrong-type | text | 'text' is a text",
                "{'text': {'a': 1}}        | wrong-type | text | 'text' is a text",
                "{'text': true}            | wrong-type | text | 'text' is a text, and not 'true'",
                "{'count': 'many'}         | wrong-type | count | 'count' is a whole number",
                "{'count': '7'}            | wrong-type | count | 'count' is a whole number",
                "{'count': 1.5}            | wrong-type | count | 'count' is a whole number",
                "{'count': 99999999999}    | wrong-type | count | 'count' is a whole number",
                "{'share': 'half'}         | wrong-type | share | 'share' is a number",
                "{'flag': 'yes'}           | wrong-type | flag | 'flag' is true or false",
                "{'flag': 1}               | wrong-type | flag | 'flag' is true or false",
                "{'nested': {}}            | wrong-type | nested.depth | 'nested.depth' is a whole number",
                "{'nested': {'depth': null}} | wrong-type | nested.depth | 'nested.depth' is a whole number",
                "{'priority': 'dire'}      | wrong-type | priority | 'priority' is one of low, medium, high, critical, and not 'dire'",
                "{'priority': 1}           | wrong-type | priority | 'priority' is one of low, medium, high, critical",
                "{'priority': ''}          | wrong-type | priority | 'priority' is one of low, medium, high, critical",
                "{'tags': 'vpn'}           | wrong-type | tags | 'tags' is a list",
                "{'tags': ['a', 7]}        | wrong-type | tags.1 | 'tags.1' is a text, and not '7'",
                "{'roles': ['agent', 'x']} | wrong-type | roles.1 | 'roles.1' is one of requester, agent, lead, admin, auditor, and not 'x'",
                "{'id': 'x'}               | wrong-type | id | 'id' is an id like 01932c07-20d5-7e2f-8a3b-5d1f0c9e4b6a, and not 'x'",
                "{'id': 7}                 | wrong-type | id | 'id' is an id like 01932c07-20d5-7e2f-8a3b-5d1f0c9e4b6a",
                "{'person': 'x'}           | wrong-type | person | 'person' is an id like 01932c07-20d5-7e2f-8a3b-5d1f0c9e4b6a, and not 'x'",
                "{'email': 'x'}            | wrong-type | email | 'email' is not an e-mail address",
                "{'email': 7}              | wrong-type | email | 'email' is a text",
                "{'until': 'later'}        | wrong-type | until | 'until' is a time like 2026-11-20T08:00:00Z, and not 'later'",
                "{'until': {}}             | wrong-type | until | 'until' is a time like 2026-11-20T08:00:00Z",
                "{'nested': 7}             | wrong-type | nested | 'nested' is an object",
                "{'nested': {'depth': ''}} | wrong-type | nested.depth | 'nested.depth' is a whole number",
                "{'nested': {'depth': 1, 'width': 1}} | unknown-field | nested.width | There is no field 'width' here",
                "{'colour': 'red'}         | unknown-field | colour | There is no field 'colour' here",
                "{'text': 'a', 'text': ''} | malformed-json | text | The field 'text' is there twice",
                "[]                        | wrong-type | | The body is an object",
                "7                         | wrong-type | | The body is an object",
                "'text'                    | wrong-type | | The body is an object",
                "{'text': 'a'              | malformed-json | | The body is not JSON at line 1, column",
                "{text: 'a'}               | malformed-json | | The body is not JSON at line 1, column",
                "nonsense                  | malformed-json | | The body is not JSON at line 1, column",
                "{} {}                     | malformed-json | | The body goes on after its end",
            })
    void a_body_that_does_not_fit_is_explained_in_plain_words(
            String body, String rule, String field, String beginning) {
        Answer answer = node.post("/api/v1/test/body", body.replace('\'', '"'));

        assertThat(answer.status()).as(answer.http().body()).isEqualTo(400);
        assertThat(answer.rule()).isEqualTo(rule);
        assertThat(answer.body().path("field").asString("")).isEqualTo(field == null ? "" : field);
        assertThat(answer.body().path("detail").asString()).startsWith(beginning);
        assertSaysNothingOfJava(answer);
    }

    @Test
    void a_long_value_is_not_repeated_whole() {
        Answer answer =
                node.post("/api/v1/test/body", "{\"count\": \"%s\"}".formatted("9".repeat(50_000)));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.http().body().length()).isLessThan(1_000);
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 5_000})
    void a_body_that_is_too_deep_is_refused_before_it_is_read(int depth) {
        Answer answer =
                node.post(
                        "/api/v1/test/body",
                        "{\"tags\":" + "[".repeat(depth) + "]".repeat(depth) + "}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.rule()).isIn("json-too-large", "wrong-type");
        assertSaysNothingOfJava(answer);
    }

    @Test
    void a_body_that_is_missing_is_named() {
        assertThat(node.post("/api/v1/test/body", "").rule()).isEqualTo("malformed-body");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "things/x                                            | id    | 'id' is an id like",
                "things/00000000-0000-0000-0000-000000000001?count=x | count | 'count' is a whole number, and not 'x'",
            })
    void a_parameter_that_does_not_fit_is_explained_in_plain_words(
            String path, String field, String beginning) {
        String token =
                node.bean(Tokens.class)
                        .access(
                                new PersonId(UUID.randomUUID()),
                                new TenantId(UUID.randomUUID()),
                                Set.of(Role.ADMIN));

        Answer answer = node.getWith(token, "/api/v1/test/" + path);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.rule()).isEqualTo("wrong-parameter");
        assertThat(answer.body().path("field").asString()).isEqualTo(field);
        assertThat(answer.body().path("detail").asString()).startsWith(beginning);
        assertSaysNothingOfJava(answer);
    }

    @ParameterizedTest
    @CsvSource({"busy, 503, 1", "often, 429, 60"})
    void who_comes_at_a_bad_moment_is_told_when_to_come_again(
            String path, int status, String seconds) {
        Answer answer = node.get("/api/v1/test/" + path);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Retry-After")).isEqualTo(seconds);
    }

    @ParameterizedTest
    @CsvSource({
        "SELECT+x+FROM+nowhere,                                     503, not-ready",
        "SELECT+x+FROM+no.where,                                    503, not-ready",
        "SET+statement_timeout+TO+10%3B+SELECT+pg_sleep(5)::text,   503, took-too-long",
        "SELECT+pg_terminate_backend(pg_backend_pid())::text,       503, database-away",
        "SELECT+nonsense,                                           500, defect",
    })
    void a_store_that_is_not_there_is_not_called_a_defect(
            String statement, int status, String rule) {
        Answer answer = node.get("/api/v1/test/sql?statement=" + statement);

        assertThat(answer.status()).as(answer.http().body()).isEqualTo(status);
        assertThat(answer.rule()).isEqualTo(rule);
        assertThat(answer.header("Retry-After")).isEqualTo(status == 503 ? "1" : "");
        assertSaysNothingOfJava(answer);
    }

    @Test
    void a_defect_says_nothing_of_the_inside() {
        Answer answer = node.get("/api/v1/test/defect");

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.http().body()).doesNotContain("Secret");
        assertSaysNothingOfJava(answer);
    }

    @Test
    void an_answer_that_fails_half_way_is_cut_off_and_not_ended() {
        assertThatThrownBy(() -> node.get("/api/v1/test/half"))
                .isInstanceOf(IllegalStateException.class)
                .hasCauseInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/nothing, 404",
        "/api/v1/test/body, 405",
        "/api/v1/test/caller;a=b, 400",
        "/api/v1//test/caller, 400",
        "/api/v1/%2e%2e/test, 400",
        "/api/v1/test/%00, 400",
        "/error, 404",
    })
    void what_no_route_takes_is_refused_in_the_same_shape(String path, int status) {
        Answer answer = node.get(path);

        assertThat(answer.status()).as(answer.http().body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.body().path("type").asString()).startsWith("https://");
        assertThat(answer.rule()).isNotBlank();
    }

    private static void assertSaysNothingOfJava(Answer answer) {
        assertThat(answer.http().body())
                .doesNotContain("java", "jackson", "dev.docket.", "Exception", "StreamRead");
    }
}
