package dev.docket.benchmark.quality;

import dev.docket.benchmark.article.Page;
import dev.docket.event.knowledge.ArticleId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What Elasticsearch gives who leaves everything as it is: title and body as texts of the standard
 * analyzer, asked by a {@code multi_match} without options.
 */
final class PlainSearch implements Search, AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int AT_ONCE = 1_000;

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI index;

    PlainSearch(URI elasticsearch, List<Page> pages) {
        this.index = elasticsearch.resolve("/plain-" + System.nanoTime() + "/");
        send("PUT", "", "{\"settings\": {\"number_of_replicas\": 0}}");
        for (int from = 0; from < pages.size(); from += AT_ONCE) {
            add(pages.subList(from, Math.min(pages.size(), from + AT_ONCE)));
        }
        send("POST", "_refresh", "");
    }

    private void add(List<Page> pages) {
        StringBuilder lines = new StringBuilder();
        for (Page page : pages) {
            Map<String, Object> action = Map.of("index", Map.of("_id", page.article().toString()));
            Map<String, Object> document = Map.of("title", page.title(), "body", page.body());
            lines.append(JSON.writeValueAsString(action)).append('\n');
            lines.append(JSON.writeValueAsString(document)).append('\n');
        }
        if (send("POST", "_bulk", lines.toString()).path("errors").asBoolean()) {
            throw new IllegalStateException("Not all pages were indexed");
        }
    }

    @Override
    public String name() {
        return "`multi_match`";
    }

    @Override
    public List<ArticleId> find(JudgedQuery query) {
        Map<String, Object> match =
                Map.of("query", query.text(), "fields", List.of("title", "body"));
        Map<String, Object> request =
                Map.of("size", SHOWN, "_source", false, "query", Map.of("multi_match", match));
        return send("POST", "_search", JSON.writeValueAsString(request))
                .path("hits")
                .path("hits")
                .valueStream()
                .map(hit -> new ArticleId(UUID.fromString(hit.path("_id").asString())))
                .toList();
    }

    private JsonNode send(String method, String path, String json) {
        HttpRequest request =
                HttpRequest.newBuilder(index.resolve(path))
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(json))
                        .build();
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(request.uri() + " answered " + answer.body());
            }
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
