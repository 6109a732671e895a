package dev.docket.query.search;

import static org.assertj.core.api.Assertions.assertThat;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import dev.docket.event.people.Role;
import dev.docket.index.ElasticsearchProperties;
import dev.docket.index.embedding.Embeddings;
import dev.docket.query.OnQueryPlatform;
import dev.docket.query.QueryPlatform;
import dev.docket.query.Someone;
import dev.docket.query.Tickets;
import java.io.IOException;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.ApplicationContext;

/** Where no endpoint is named, there is nothing of vectors. */
@ExtendWith(OnQueryPlatform.class)
class WithoutVectorsIT {

    private final QueryPlatform platform;
    private final Someone requester = Someone.ofNewOrganisation(Role.REQUESTER);

    WithoutVectorsIT(QueryPlatform platform) {
        this.platform = platform;
    }

    @Test
    void no_index_no_schema_and_no_endpoint_are_there() throws IOException {
        Tickets.ticket(requester, "Sign-in fails").open(platform);
        assertThat(platform.search(requester, "fails").items()).hasSize(1);
        assertThat(platform.search(requester, "cannot log on").items()).isEmpty();

        ApplicationContext context =
                Objects.requireNonNull(platform.routes().getApplicationContext());
        String prefix = platform.bean(ElasticsearchProperties.class).prefix();
        assertThat(context.getBeansOfType(Embeddings.class)).isEmpty();
        assertThat(
                        context.getBean("searchElasticsearch", ElasticsearchClient.class)
                                .indices()
                                .get(all ->
                                        all.index(
                                                prefix + "-article-vectors-*",
                                                prefix + "-ticket-vectors-*"))
                                .indices())
                .isEmpty();
        assertThat(
                        platform.jdbc()
                                .sql("SELECT nspname FROM pg_namespace WHERE nspname LIKE '%vec%'")
                                .query(String.class)
                                .list())
                .isEmpty();
    }
}
