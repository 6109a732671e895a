package dev.docket.index.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EmbeddingEndpointTest {

    private final CountDownLatch silence = new CountDownLatch(1);
    private final HttpServer server =
            HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    private volatile String asked = "";
    private volatile @Nullable String token;

    EmbeddingEndpointTest() throws IOException {}

    @AfterEach
    void stop() {
        silence.countDown();
        server.stop(0);
    }

    private void answers(int status, String body) {
        server.createContext(
                "/v1/embeddings",
                exchange -> {
                    asked =
                            new String(
                                    exchange.getRequestBody().readAllBytes(),
                                    StandardCharsets.UTF_8);
                    token = exchange.getRequestHeaders().getFirst("Authorization");
                    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
                    exchange.getResponseBody().write(bytes);
                    exchange.close();
                });
        server.start();
    }

    private EmbeddingProperties properties(@Nullable String key) {
        return new EmbeddingProperties(
                URI.create(
                        "http://127.0.0.1:%d/v1/embeddings"
                                .formatted(server.getAddress().getPort())),
                "model",
                key,
                2,
                10,
                "passage: ",
                "query: ",
                0.5f,
                Duration.ofSeconds(5),
                Duration.ofMillis(200));
    }

    private List<float[]> ask(String... texts) {
        EmbeddingProperties properties = properties("secret");
        try (EmbeddingEndpoint endpoint =
                new EmbeddingEndpoint(properties, properties.patience())) {
            return endpoint.of(List.of(texts));
        }
    }

    @Test
    void each_text_gets_its_vector_whatever_their_order() {
        answers(
                200,
                """
                {"object": "list", "data": [
                  {"index": 1, "embedding": [0, -2.5]}, {"index": 0, "embedding": [1e-3, 1]}]}
                """);

        assertThat(ask("one", "two"))
                .containsExactly(new float[] {0.001f, 1}, new float[] {0, -2.5f});
        assertThat(asked).contains("\"model\":\"model\"").contains("[\"one\",\"two\"]");
        assertThat(token).isEqualTo("Bearer secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>It works!</html>",
                "null",
                "[]",
                "{\"data\": {}}",
                "{\"data\": []}",
                "{\"data\": [{\"index\": 0}]}",
                "{\"data\": [{\"index\": 0, \"embedding\": \"AACAPwAAgD8=\"}]}",
                "{\"data\": [{\"index\": 0, \"embedding\": [1]}]}",
                "{\"data\": [{\"index\": 0, \"embedding\": [1, 2, 3]}]}",
                "{\"data\": [{\"index\": 0, \"embedding\": [1, \"2\"]}]}",
                "{\"data\": [{\"index\": 0, \"embedding\": [1, null]}]}",
                "{\"data\": [{\"index\": 0, \"embedding\": [1, \"NaN\"]}]}",
                "{\"data\": [{\"index\": 0, \"embedding\": [1, 1e60]}]}",
                "{\"data\": [{\"index\": 0, \"embedding\": [1, 1e999]}]}",
                "{\"data\": [{\"index\": 0, \"embedding\": [0, 0]}]}",
                "{\"data\": [{\"index\": 0, \"embedding\": [1e-40, 0]}]}",
                "{\"data\": [{\"index\": 1, \"embedding\": [1, 2]}]}",
                "{\"data\": [{\"index\": -1, \"embedding\": [1, 2]}]}",
                "{\"data\": [{\"index\": 0, \"embedding\": [1, 2]}, {\"index\": 0}]}",
            })
    void an_answer_that_cannot_be_used_is_none(String body) {
        answers(200, body);

        assertThatThrownBy(() -> ask("text")).isInstanceOf(TextsRefusedException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 413, 422, 500})
    void a_refusal_may_be_a_texts_fault(int status) {
        answers(status, "no");

        assertThatThrownBy(() -> ask("text")).isInstanceOf(TextsRefusedException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 401, 403, 404, 429, 502, 503})
    void what_is_no_texts_fault_passes(int status) {
        answers(status, "no");

        assertThatThrownBy(() -> ask("text")).isInstanceOf(EmbeddingsAwayException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 504})
    void fewer_texts_may_have_vectors_in_time(int status) {
        answers(status, "no");

        assertThatThrownBy(() -> ask("text")).isInstanceOf(EmbeddingsLateException.class);
    }

    @Test
    void nobody_waits_for_an_endpoint_that_stops_in_the_middle() {
        server.createContext(
                "/v1/embeddings",
                exchange -> {
                    exchange.sendResponseHeaders(200, 1_000);
                    exchange.getResponseBody().write('{');
                    exchange.getResponseBody().flush();
                    try {
                        silence.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
        server.start();
        EmbeddingProperties properties = properties(null);
        try (EmbeddingEndpoint endpoint =
                new EmbeddingEndpoint(properties, properties.questionPatience())) {
            assertThatThrownBy(() -> endpoint.of(List.of("text")))
                    .isInstanceOf(EmbeddingsLateException.class);
        }
    }

    @Test
    void an_answer_without_end_is_not_read() {
        answers(200, "[" + "1, ".repeat(1 << 20));

        assertThatThrownBy(() -> ask("text")).isInstanceOf(EmbeddingsAwayException.class);
    }

    @Test
    void prefixes_and_the_longest_text_are_those_of_the_model() {
        EmbeddingProperties properties = properties("secret");

        assertThat(properties.text("0123456789abc")).isEqualTo("passage: 0123456789");
        assertThat(properties.text("012345678😀")).isEqualTo("passage: 012345678");
        assertThat(properties.question("why?")).isEqualTo("query: why?");
        assertThat(properties.toString()).doesNotContain("secret");
    }
}
