package dev.docket.index;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.json.jackson.Jackson3JsonpMapper;
import co.elastic.clients.transport.rest5_client.Rest5ClientTransport;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.util.Timeout;

/** Opens clients; whoever opens one closes it. */
public final class Elasticsearch {

    private Elasticsearch() {}

    /**
     * How patient a client is.
     *
     * @param connect until a connection stands, or one of the pool is free
     * @param answer between two parts of an answer, the first included
     * @param connections at most
     */
    public record Patience(Duration connect, Duration answer, int connections) {}

    public static ElasticsearchClient connect(
            ElasticsearchProperties properties, Patience patience) {
        Timeout connect = Timeout.of(patience.connect());
        Timeout answer = Timeout.of(patience.answer());
        Rest5Client http =
                Rest5Client.builder(properties.url())
                        .setDefaultHeaders(signIn(properties).toArray(Header[]::new))
                        .setConnectionConfigCallback(connection ->
                                connection.setConnectTimeout(connect).setSocketTimeout(answer))
                        .setRequestConfigCallback(request ->
                                request.setConnectionRequestTimeout(connect)
                                        .setResponseTimeout(answer))
                        .setConnectionManagerCallback(pool ->
                                pool.setMaxConnPerRoute(patience.connections())
                                        .setMaxConnTotal(patience.connections()))
                        .build();
        return new ElasticsearchClient(new Rest5ClientTransport(http, new Jackson3JsonpMapper()));
    }

    private static List<Header> signIn(ElasticsearchProperties properties) {
        List<Header> headers = new ArrayList<>();
        if (properties.apiKey() != null) {
            headers.add(
                    new BasicHeader(HttpHeaders.AUTHORIZATION, "ApiKey " + properties.apiKey()));
        } else if (properties.username() != null) {
            String credentials = properties.username() + ":" + properties.password();
            byte[] bytes = credentials.getBytes(StandardCharsets.UTF_8);
            String encoded = Base64.getEncoder().encodeToString(bytes);
            headers.add(new BasicHeader(HttpHeaders.AUTHORIZATION, "Basic " + encoded));
        }
        return headers;
    }
}
