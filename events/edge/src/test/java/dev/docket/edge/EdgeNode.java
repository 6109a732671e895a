package dev.docket.edge;

import dev.docket.log.LogConfiguration;
import dev.docket.log.LogProperties;
import dev.docket.log.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** A node that has nothing but the edge, and routes to try it with. */
final class EdgeNode implements AutoCloseable {

    @EnableAutoConfiguration(exclude = DataSourceAutoConfiguration.class)
    @Import({LogConfiguration.class, EdgeConfiguration.class, TestRoutes.class})
    static class Edge {}

    record Answer(HttpResponse<String> http) {

        int status() {
            return http.statusCode();
        }

        JsonNode body() {
            return http.body().isEmpty()
                    ? MissingNode.getInstance()
                    : JsonMapper.builder().build().readTree(http.body());
        }

        String rule() {
            return body().path("rule").asString("");
        }

        String header(String name) {
            return http.headers().firstValue(name).orElse("");
        }
    }

    private final ConfigurableApplicationContext context;
    private final HttpClient http = HttpClient.newHttpClient();

    EdgeNode() {
        this(TestDatabase.create());
    }

    EdgeNode(LogProperties.Database database) {
        context =
                Node.application(Edge.class, 0)
                        .run(
                                "--server.port=0",
                                "--docket.postgres.url=" + database.url(),
                                "--docket.postgres.username=" + database.username());
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    HttpRequest.Builder request(String path) {
        String port = context.getEnvironment().getRequiredProperty("local.server.port");
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    Answer get(String path) {
        return send(request(path));
    }

    Answer getWith(String token, String path) {
        return send(request(path).header("Authorization", "Bearer " + token));
    }

    Answer post(String path, String body) {
        return send(
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    Answer send(HttpRequest.Builder request) {
        try {
            return new Answer(http.send(request.build(), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        context.close();
        http.close();
    }
}
