package dev.docket.index;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where Elasticsearch is, and how to sign in there.
 *
 * @param username with a password, unless an API key is given
 * @param apiKey encoded, as Elasticsearch hands it out
 * @param prefix begins the names of all indexes and aliases, so that several Dockets can share one
 *     Elasticsearch
 */
@ConfigurationProperties("docket.elasticsearch")
public record ElasticsearchProperties(
        @DefaultValue("http://localhost:9200") URI url,
        @Nullable String username,
        @Nullable String password,
        @Nullable String apiKey,
        @DefaultValue("docket") String prefix) {

    /** An Elasticsearch that asks for no sign-in. */
    public static ElasticsearchProperties open(URI url, String prefix) {
        return new ElasticsearchProperties(url, null, null, null, prefix);
    }
}
