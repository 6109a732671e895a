package dev.docket.query;

import java.net.http.HttpResponse;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** An answer over HTTP. */
public record Answer(int status, String text, HttpResponse<?> http) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public JsonNode body() {
        return text.isEmpty() ? MissingNode.getInstance() : JSON.readTree(text);
    }

    public String header(String name) {
        return http.headers().firstValue(name).orElse("");
    }

    public List<JsonNode> items() {
        return body().path("items").valueStream().toList();
    }

    /** One field of every item. */
    public List<String> items(String field) {
        return items().stream().map(item -> item.path(field).asString()).toList();
    }

    public String nextCursor() {
        return body().path("nextCursor").asString("");
    }
}
