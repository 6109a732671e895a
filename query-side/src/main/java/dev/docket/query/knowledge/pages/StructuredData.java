package dev.docket.query.knowledge.pages;

import dev.docket.query.knowledge.ArticleView;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** What an article is, as schema.org says it to machines. */
final class StructuredData {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private StructuredData() {}

    /** JSON that may stand within a script element: nothing in it can end that element. */
    static String of(ArticleView article, String url) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("@context", "https://schema.org");
        data.put("@type", "TechArticle");
        data.put("headline", article.title());
        data.put("description", article.summary());
        data.put("inLanguage", article.language());
        data.put("url", url);
        data.put("keywords", article.tags());
        data.put("datePublished", String.valueOf(article.publishedAt()));
        data.put("dateModified", String.valueOf(article.updatedAt()));
        data.put("timeRequired", "PT" + article.readingMinutes() + "M");
        return JSON.writeValueAsString(data)
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026");
    }
}
