package dev.docket.acceptance;

import dev.docket.acceptance.Platform.Credentials;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Docket's HTTP interface as a client sees it: paths in, status, headers and JSON out. */
final class Api {

    private static final String PASSWORD = "correct horse battery staple";
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final HttpClient HTTP =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();

    private final String address;
    private final @Nullable String token;

    Api(String address) {
        this(address, null);
    }

    private Api(String address, @Nullable String token) {
        this.address = address;
        this.token = token;
    }

    /** An answer; its body is a missing node where there was none. */
    record Answer(int status, HttpResponse<byte[]> response, JsonNode body) {

        @Nullable String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }

        String id() {
            return body.path("id").asString();
        }

        /** The path of what was made, with or without the host that the header names. */
        String location() {
            return URI.create(String.valueOf(header("Location"))).getPath();
        }

        String text() {
            return new String(response.body(), StandardCharsets.UTF_8);
        }

        String etag() {
            return String.valueOf(header("ETag"));
        }

        String position() {
            return String.valueOf(header("Docket-Position"));
        }
    }

    Api signIn(String email, String password) {
        Answer answer = post("/api/v1/auth/login", Map.of("email", email, "password", password));
        if (answer.status() != 200) {
            throw new AssertionError("Sign-in failed: " + answer.status() + " " + answer.body());
        }
        return new Api(address, answer.body().path("accessToken").asString());
    }

    /** Makes somebody new with that role alone. */
    Credentials register(String name, String role) {
        Credentials person = new Credentials(UUID.randomUUID() + "@example.org", PASSWORD);
        Answer answer =
                post(
                        "/api/v1/people",
                        Map.of(
                                "email",
                                person.email(),
                                "name",
                                name,
                                "roles",
                                List.of(role),
                                "password",
                                person.password()));
        if (answer.status() != 201) {
            throw new AssertionError("Not registered: " + answer.status() + " " + answer.body());
        }
        return person;
    }

    /** Somebody whom the platform does not know. */
    Api signedOut() {
        return new Api(address);
    }

    /** The same caller at another node. */
    Api at(String otherAddress) {
        return new Api(otherAddress, token);
    }

    boolean isReady() {
        try {
            HttpRequest request = request("/actuator/health/readiness").GET().build();
            return HTTP.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    Answer get(String path, String... headers) {
        return send(request(path, headers).GET().build());
    }

    String getText(String path) {
        return new String(get(path).response().body(), StandardCharsets.UTF_8);
    }

    /** Asks for what is at least as new as an answer of a command. */
    Answer getAfter(Answer command, String path) {
        return get(path, "Docket-Position", command.position());
    }

    Answer post(String path, Object body, String... headers) {
        return send("POST", path, body, headers);
    }

    Answer put(String path, Object body, String... headers) {
        return send("PUT", path, body, headers);
    }

    Answer patch(String path, Object body, String... headers) {
        return send("PATCH", path, body, headers);
    }

    Answer delete(String path, String... headers) {
        return send(request(path, headers).DELETE().build());
    }

    Answer postText(String path, String contentType, String body, String... headers) {
        return send(
                request(path, headers)
                        .header("Content-Type", contentType)
                        .POST(BodyPublishers.ofString(body))
                        .build());
    }

    /** Sends a file, which is not part of anything yet. */
    Answer upload(String name, byte[] file) {
        return send(
                request("/api/v1/attachments")
                        .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                        .POST(BodyPublishers.ofByteArray(file))
                        .build());
    }

    private Answer send(String method, String path, Object body, String... headers) {
        return send(
                request(path, headers)
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(JSON.writeValueAsString(body)))
                        .build());
    }

    private Answer send(HttpRequest request) {
        try {
            HttpResponse<byte[]> response = HTTP.send(request, BodyHandlers.ofByteArray());
            String type = response.headers().firstValue("Content-Type").orElse("");
            boolean json = type.contains("json") && !type.contains("ndjson");
            JsonNode body =
                    json && response.body().length > 0
                            ? JSON.readTree(response.body())
                            : JSON.missingNode();
            return new Answer(response.statusCode(), response, body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address + path)).timeout(Duration.ofSeconds(60));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return headers.length == 0 ? request : request.headers(headers);
    }
}
