package dev.docket.benchmark.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.Executors;

/** Sends requests as a browser's page would, and insists on success. */
final class Client {

    private static final String TICKET =
            """
            {"subject": "The printer on the second floor prints blank pages",
             "description": "Since this morning every page comes out empty.",
             "type": "incident", "category": "hardware/printer", "tags": ["second-floor"]}
            """;

    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .executor(Executors.newVirtualThreadPerTaskExecutor())
                    .build();
    private final String address;
    private final String token;

    Client(String address, String token) {
        this.address = address + "/api/v1";
        this.token = token;
    }

    void get(String path) {
        send(request(path).GET().build());
    }

    void open() {
        send(
                request("/tickets")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(TICKET))
                        .build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path))
                .header("Authorization", "Bearer " + token);
    }

    private void send(HttpRequest request) {
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(
                        "%s answered %d: %s"
                                .formatted(request.uri(), answer.statusCode(), answer.body()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
