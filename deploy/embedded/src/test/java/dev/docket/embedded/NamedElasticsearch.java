package dev.docket.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An Elasticsearch that runs already and that tests are to use in place of an embedded one: {@code
 * -Ddocket.test.elasticsearch=http://HOST:PORT}, with {@code .username} and {@code .password} where
 * it asks for them. All indexes have a prefix of their own, so that nothing else there is touched,
 * and are deleted in the end.
 */
public final class NamedElasticsearch implements AutoCloseable {

    private static final String ADDRESS = "docket.test.elasticsearch";

    private final URI address;
    private final Optional<String> username;
    private final Optional<String> password;
    private final String prefix = "docket-test-" + UUID.randomUUID();

    private NamedElasticsearch(URI address, Optional<String> username, Optional<String> password) {
        this.address = address;
        this.username = username;
        this.password = password;
    }

    /** Another prefix each time; empty if none is named. */
    public static Optional<NamedElasticsearch> find() {
        return property("")
                .map(address ->
                        new NamedElasticsearch(
                                URI.create(address), property(".username"), property(".password")));
    }

    private static Optional<String> property(String name) {
        return Optional.ofNullable(System.getProperty(ADDRESS + name))
                .filter(value -> !value.isEmpty());
    }

    /** The arguments by which a node finds it. */
    public List<String> settings() {
        List<String> settings = new ArrayList<>();
        settings.add("--docket.elasticsearch.url=" + address);
        settings.add("--docket.elasticsearch.prefix=" + prefix);
        username.ifPresent(name -> settings.add("--docket.elasticsearch.username=" + name));
        password.ifPresent(word -> settings.add("--docket.elasticsearch.password=" + word));
        return settings;
    }

    /** Deletes what was written there; whoever wrote it has ended. */
    @Override
    public void close() {
        try (HttpClient http = HttpClient.newHttpClient()) {
            String names = ask(http, "GET", "/_cat/indices/" + prefix + "*?h=index");
            for (String index : names.lines().filter(name -> !name.isBlank()).toList()) {
                ask(http, "DELETE", "/" + index.strip());
            }
        }
    }

    private String ask(HttpClient http, String method, String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address.resolve(path))
                        .method(method, HttpRequest.BodyPublishers.noBody());
        if (username.isPresent()) {
            String pair = username.get() + ":" + password.orElse("");
            byte[] bytes = pair.getBytes(StandardCharsets.UTF_8);
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(bytes));
        }
        try {
            HttpResponse<String> answer =
                    http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(
                        "%s %s: %d %s".formatted(method, path, answer.statusCode(), answer.body()));
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
