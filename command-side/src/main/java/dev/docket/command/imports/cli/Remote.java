package dev.docket.command.imports.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The platform at the other end. It signs in again when the access token has run out, and repeats a
 * request for a while when the platform is away: every request here may be repeated.
 */
final class Remote implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int TRIES = 8;
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final URI address;
    private final String email;
    private final String password;
    private String token = "";

    private Remote(URI address, String email, String password) {
        this.address = address;
        this.email = email;
        this.password = password;
    }

    static Remote signIn(URI address, String email, String password) throws InterruptedException {
        Remote remote = new Remote(address, email, password);
        remote.signIn();
        return remote;
    }

    JsonNode get(String path) throws InterruptedException {
        return exchange(HttpRequest.newBuilder(address.resolve(path)).GET());
    }

    JsonNode post(String path, Object body) throws InterruptedException {
        return exchange(posting(path, "application/json", JSON.writeValueAsString(body)));
    }

    JsonNode post(String path, String type, String body) throws InterruptedException {
        return exchange(posting(path, type, body));
    }

    JsonNode parse(String json) {
        return JSON.readTree(json);
    }

    private JsonNode exchange(HttpRequest.Builder request) throws InterruptedException {
        HttpResponse<String> answer = send(request);
        if (answer.statusCode() == 401) {
            signIn();
            answer = send(request);
        }
        return body(answer);
    }

    private void signIn() throws InterruptedException {
        String body = JSON.writeValueAsString(Map.of("email", email, "password", password));
        token = "";
        HttpResponse<String> answer = send(posting("/api/v1/auth/login", "application/json", body));
        token = body(answer).path("accessToken").asString();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws InterruptedException {
        request.timeout(Duration.ofMinutes(2));
        if (!token.isEmpty()) {
            request.setHeader("Authorization", "Bearer " + token);
        }
        HttpRequest ready = request.build();
        Duration pause = Duration.ofMillis(100);
        for (int attempt = 1; ; attempt++) {
            try {
                HttpResponse<String> answer = http.send(ready, BodyHandlers.ofString());
                if (answer.statusCode() != 503 || attempt == TRIES) {
                    return answer;
                }
            } catch (IOException e) {
                if (attempt == TRIES) {
                    throw new RemoteException(
                            "No answer from %s: %s".formatted(address, e.getMessage()), e);
                }
            }
            LockSupport.parkNanos(pause.toNanos());
            Duration doubled = pause.multipliedBy(2);
            pause = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
        }
    }

    private HttpRequest.Builder posting(String path, String type, String body) {
        return HttpRequest.newBuilder(address.resolve(path))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body));
    }

    private static JsonNode body(HttpResponse<String> answer) {
        if (answer.statusCode() >= 400) {
            throw new RemoteException(
                    "The platform answered %d: %s".formatted(answer.statusCode(), answer.body()));
        }
        return JSON.readTree(answer.body());
    }

    @Override
    public void close() {
        http.close();
    }
}
