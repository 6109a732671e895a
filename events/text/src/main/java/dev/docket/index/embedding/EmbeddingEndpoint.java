package dev.docket.index.embedding;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks an endpoint that speaks as OpenAI's does ({@code POST …/v1/embeddings}), such as those of
 * Ollama, vLLM, llama.cpp and text-embeddings-inference. Its answers are believed in nothing.
 */
public final class EmbeddingEndpoint implements Embeddings {

    private static final int OK = 200;

    /** The sign-in, the address or the load is at fault, not what was sent. */
    private static final Set<Integer> AWAY =
            Set.of(301, 302, 303, 307, 308, 401, 403, 404, 405, 425, 429, 502, 503);

    /** Whoever answers has waited for the vectors in vain. */
    private static final Set<Integer> LATE = Set.of(408, 504);

    /** A number, as long as any endpoint writes it, with what stands between two. */
    private static final int BYTES_A_NUMBER = 40;

    private static final int BYTES_AROUND = 64 << 10;

    private final EmbeddingProperties properties;
    private final Duration patience;
    private final HttpClient http;
    private final JsonMapper json = JsonMapper.builder().build();

    /**
     * @param patience with a whole answer
     */
    public EmbeddingEndpoint(EmbeddingProperties properties, Duration patience) {
        this.properties = properties;
        this.patience = patience;
        // Some of these servers stumble over an offer to speak HTTP/2.
        this.http =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(patience)
                        .build();
    }

    @Override
    public List<float[]> of(List<String> texts) {
        HttpResponse<byte[]> response = answer(request(texts), texts.size());
        int status = response.statusCode();
        if (AWAY.contains(status)) {
            throw new EmbeddingsAwayException("The embedding endpoint answered " + status, null);
        }
        if (LATE.contains(status)) {
            throw new EmbeddingsLateException("The embedding endpoint answered " + status, null);
        }
        if (status != OK) {
            throw new TextsRefusedException("The embedding endpoint answered " + status, null);
        }
        return vectors(response.body(), texts.size());
    }

    private HttpRequest request(List<String> texts) {
        byte[] body = json.writeValueAsBytes(Map.of("model", properties.model(), "input", texts));
        HttpRequest.Builder request =
                HttpRequest.newBuilder(properties.url())
                        .header("Content-Type", "application/json")
                        .header("Accept", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        if (properties.key() != null) {
            request.header("Authorization", "Bearer " + properties.key());
        }
        return request.build();
    }

    /** The client's own time limit ends with the answer's head. */
    private HttpResponse<byte[]> answer(HttpRequest request, int texts) {
        long most = BYTES_AROUND + (long) texts * properties.dimensions() * BYTES_A_NUMBER;
        CompletableFuture<HttpResponse<byte[]>> answer =
                http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), most));
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            answer.cancel(true);
            throw new EmbeddingsLateException(
                    "The embedding endpoint does not answer within %d ms"
                            .formatted(patience.toMillis()),
                    slow);
        } catch (ExecutionException failed) {
            throw away(failed.getCause() instanceof IOException cause ? cause : failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            answer.cancel(true);
            throw away(interrupted);
        }
    }

    private static EmbeddingsAwayException away(Exception cause) {
        return new EmbeddingsAwayException("The embedding endpoint does not answer", cause);
    }

    private List<float[]> vectors(byte[] body, int count) {
        JsonNode data = read(body).path("data");
        if (data.size() != count) {
            throw unusable("%d vectors of %d texts".formatted(data.size(), count), null);
        }
        float[][] vectors = new float[count][];
        int place = 0;
        for (JsonNode item : data) {
            int index = item.path("index").asInt(place);
            if (index < 0 || index >= count || vectors[index] != null) {
                throw unusable("a vector of no text, or two of one", null);
            }
            vectors[index] = vector(item.path("embedding"));
            place++;
        }
        return Arrays.asList(vectors);
    }

    private JsonNode read(byte[] body) {
        try {
            return json.readTree(body);
        } catch (JacksonException notJson) {
            throw unusable("no JSON", notJson);
        }
    }

    private float[] vector(JsonNode numbers) {
        if (!numbers.isArray() || numbers.size() != properties.dimensions()) {
            throw unusable(
                    "%d dimensions in place of %d"
                            .formatted(numbers.size(), properties.dimensions()),
                    null);
        }
        float[] vector = new float[numbers.size()];
        double square = 0;
        for (int i = 0; i < vector.length; i++) {
            JsonNode number = numbers.get(i);
            vector[i] = number.isNumber() ? (float) number.asDouble() : Float.NaN;
            square += (double) vector[i] * vector[i];
        }
        // The square of a vector of very small numbers is zero in the index's arithmetic.
        if (!Float.isFinite((float) square) || (float) square == 0) {
            throw unusable("numbers that have no direction", null);
        }
        return vector;
    }

    private static TextsRefusedException unusable(String what, @Nullable Throwable cause) {
        return new TextsRefusedException("The embedding endpoint answered with " + what, cause);
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
