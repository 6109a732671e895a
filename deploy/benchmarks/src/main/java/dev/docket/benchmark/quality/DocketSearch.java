package dev.docket.benchmark.quality;

import dev.docket.benchmark.platform.Client;
import dev.docket.event.knowledge.ArticleId;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/**
 * Article search as browsers ask for it: all languages, the reader's own ones named in a header.
 *
 * @param name of this way to find
 */
record DocketSearch(String name, Client client) implements Search {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String PATH = "/api/v1/search/articles?limit=" + SHOWN + "&q=";

    @Override
    public List<ArticleId> find(JudgedQuery query) {
        String answer = client.getInTheEnd(PATH + Client.coded(query.text()), query.language());
        return JSON.readTree(answer)
                .path("items")
                .valueStream()
                .map(item -> new ArticleId(UUID.fromString(item.path("id").asString())))
                .toList();
    }
}
