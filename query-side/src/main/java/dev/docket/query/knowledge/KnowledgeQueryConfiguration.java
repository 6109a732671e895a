package dev.docket.query.knowledge;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import dev.docket.index.ArticleIndex;
import dev.docket.index.ElasticsearchProperties;
import dev.docket.query.attachment.AttachmentSource;
import dev.docket.query.search.Breaker;
import dev.docket.query.search.Bulkhead;
import dev.docket.query.search.Nearest;
import dev.docket.query.search.SearchIndex;
import dev.docket.query.search.Synonyms;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The knowledge base's share of the query side. */
@Configuration(proxyBeanMethods = false)
@Import({
    ArticleQueryController.class,
    KnowledgeBaseQueryController.class,
    ArticleSearchController.class,
    PreviewController.class
})
public class KnowledgeQueryConfiguration {

    @Bean
    AttachmentSource articleAttachments(JdbcClient queryJdbc) {
        return new ArticleAttachments(queryJdbc);
    }

    @Bean
    StillReadable stillReadable(JdbcClient queryJdbc) {
        return new StillReadable(queryJdbc);
    }

    @Bean
    ArticleSearch articleSearch(
            @Qualifier("articleSearchIndex") SearchIndex index,
            @Qualifier("nearestArticles") ObjectProvider<Nearest> nearest) {
        return new ArticleSearch(index, nearest.getIfAvailable(() -> Nearest.NOTHING));
    }

    @Bean
    PublicSearch publicSearch(
            ArticleSearch articleSearch, Synonyms synonyms, StillReadable readable) {
        return new PublicSearch(articleSearch, synonyms, readable);
    }

    @Bean
    RenderedBodies renderedBodies() {
        return new RenderedBodies();
    }

    @Bean
    ArticleQueries articleQueries(JdbcClient queryJdbc, RenderedBodies renderedBodies) {
        return new ArticleQueries(queryJdbc, renderedBodies);
    }

    @Bean
    RevisionQueries revisionQueries(JdbcClient queryJdbc, RenderedBodies renderedBodies) {
        return new RevisionQueries(queryJdbc, renderedBodies);
    }

    @Bean
    CategoryQueries categoryQueries(JdbcClient queryJdbc) {
        return new CategoryQueries(queryJdbc);
    }

    @Bean
    KnowledgeBaseQueries knowledgeBaseQueries(JdbcClient queryJdbc) {
        return new KnowledgeBaseQueries(queryJdbc);
    }

    @Bean
    SuggestedArticles suggestedArticles(
            @Qualifier("articleSearchIndex") SearchIndex index, StillReadable readable) {
        return new SuggestedArticles(index, readable);
    }

    @Bean
    SearchIndex articleSearchIndex(
            @Qualifier("searchElasticsearch") ElasticsearchClient elasticsearch,
            ElasticsearchProperties properties,
            Bulkhead searchBulkhead) {
        return new SearchIndex(
                elasticsearch,
                new ArticleIndex(properties.prefix()).names().readAlias(),
                searchBulkhead,
                new Breaker());
    }
}
