package dev.docket.benchmark.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.json.JsonMapper;

/** Sends requests as a browser's page would, and insists on success. */
public final class Client {

    private static final int FIRST_FAILURE = 400;
    private static final int NO_ROOM = 503;
    private static final int MOST_TIMES = 300;
    private static final Duration RETRY_AFTER = Duration.ofMillis(200);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .executor(Executors.newVirtualThreadPerTaskExecutor())
                    .build();
    private final String address;
    private final String token;

    Client(String address, String token) {
        this.address = address;
        this.token = token;
    }

    /** The answer's body. */
    public String get(String path) {
        return send(request(path)).body();
    }

    /**
     * @param language what the browser says its user reads
     */
    public String get(String path, String language) {
        return send(request(path).header("Accept-Language", language)).body();
    }

    /** As {@link #get(String, String)}, but while the platform has no room it is asked again. */
    public String getInTheEnd(String path, String language) {
        return sendInTheEnd(request(path).header("Accept-Language", language)).body();
    }

    /** Where a path leads, if it leads elsewhere. */
    public String location(String path) {
        return send(request(path)).headers().firstValue("Location").orElse(path);
    }

    /**
     * @param body what becomes JSON
     */
    public void post(String path, Object body) {
        send(request(path, body));
    }

    /** As {@link #post}, but while the platform has no room it is asked again. */
    public void postInTheEnd(String path, Object body) {
        sendInTheEnd(request(path, body));
    }

    /**
     * Sends a command.
     *
     * @return the position of what it made happen
     */
    public long command(String path, Object body) {
        return send(request(path, body))
                .headers()
                .firstValueAsLong("Docket-Position")
                .orElseThrow();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path))
                .header("Authorization", "Bearer " + token);
    }

    private HttpRequest.Builder request(String path, Object body) {
        return request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        return successful(answer(request));
    }

    private HttpResponse<String> sendInTheEnd(HttpRequest.Builder request) {
        HttpResponse<String> answer = answer(request);
        for (int again = 0; answer.statusCode() == NO_ROOM && again < MOST_TIMES; again++) {
            LockSupport.parkNanos(RETRY_AFTER.toNanos());
            answer = answer(request);
        }
        return successful(answer);
    }

    private static HttpResponse<String> successful(HttpResponse<String> answer) {
        if (answer.statusCode() >= FIRST_FAILURE) {
            throw new IllegalStateException(
                    "%s answered %d: %s"
                            .formatted(answer.uri(), answer.statusCode(), answer.body()));
        }
        return answer;
    }

    private HttpResponse<String> answer(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A text as the value of a parameter. */
    public static String coded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
