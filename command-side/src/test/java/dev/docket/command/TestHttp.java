package dev.docket.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sends requests to a node under {@code /api/v1}. */
public final class TestHttp {

    public static final String KEY = "Idempotency-Key";
    public static final Map<String, ?> NO_BODY = Map.of();

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String address;
    private final @Nullable String token;

    TestHttp(String address) {
        this(address, null);
    }

    private TestHttp(String address, @Nullable String token) {
        this.address = address;
        this.token = token;
    }

    /** An answer; its body is a missing node where there was none. */
    public record Answer(int status, JsonNode body, HttpHeaders headers) {

        /** The id of what was made or changed. */
        public UUID id() {
            return UUID.fromString(body.path("id").asString());
        }

        public String text(String field) {
            return body.path(field).asString();
        }

        public long version() {
            return body.path("version").asLong();
        }

        public String etag() {
            return headers.firstValue("ETag").orElseThrow();
        }

        /** The rule that refused the request, as the end of the problem's type. */
        public String rule() {
            return text("type").replaceFirst(".*[/:]", "");
        }

        /** Everything that a client may keep; only the log's position may be a later one. */
        public String withoutPosition() {
            return status
                    + " "
                    + headers.firstValue("ETag").orElse("")
                    + " "
                    + headers.firstValue("Location").orElse("")
                    + " "
                    + body.toString().replaceAll("\"position\":\\d+", "");
        }
    }

    public TestHttp with(String accessToken) {
        return new TestHttp(address, accessToken);
    }

    public Answer post(String path, Object body, String... headers) {
        return send("POST", path, body, headers);
    }

    public Answer put(String path, Object body, String... headers) {
        return send("PUT", path, body, headers);
    }

    public Answer delete(String path, String... headers) {
        return send("DELETE", path, NO_BODY, headers);
    }

    public Answer get(String path) {
        return send("GET", path, NO_BODY);
    }

    /** Sends a body that is not JSON. */
    public Answer postText(String path, String contentType, String text, String... headers) {
        return send("POST", path, contentType, text, headers);
    }

    public Answer send(String method, String path, Object body, String... headers) {
        return send(method, path, "application/json", JSON.writeValueAsString(body), headers);
    }

    private Answer send(
            String method, String path, String contentType, String text, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address + "/api/v1" + path))
                        .timeout(Duration.ofSeconds(60))
                        .header("Content-Type", contentType)
                        .method(method, BodyPublishers.ofString(text));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build());
    }

    /** Sends a file as a body of its own. */
    public Answer upload(String name, BodyPublisher file, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address + "/api/v1/attachments"))
                        .timeout(Duration.ofSeconds(60))
                        .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                        .POST(file);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build());
    }

    /** Uploads a file whose bytes are a text. */
    public Answer upload(String name, String text, String... headers) {
        return upload(name, BodyPublishers.ofString(text), headers);
    }

    public String token() {
        return String.valueOf(token);
    }

    /** Opens a ticket with a subject and nothing else. */
    public Answer open(String subject, String... headers) {
        return post("/tickets", Map.of("subject", subject), headers);
    }

    private static Answer send(HttpRequest request) {
        try {
            HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());
            String text = response.body();
            JsonNode body = text.isEmpty() ? JSON.missingNode() : JSON.readTree(text);
            return new Answer(response.statusCode(), body, response.headers());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
