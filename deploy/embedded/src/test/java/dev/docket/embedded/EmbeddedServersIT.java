package dev.docket.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedServersIT {

    @TempDir Path directory;

    @Test
    void postgres_keeps_its_data_and_its_port_across_a_restart() throws SQLException {
        String firstUrl;
        try (EmbeddedPostgresServer server = postgres()) {
            firstUrl = server.url();
            execute(server, "CREATE TABLE kept (value text)");
            execute(server, "INSERT INTO kept (value) VALUES ('still here')");
        }
        try (EmbeddedPostgresServer server = postgres()) {
            assertThat(server.url()).isEqualTo(firstUrl);
            assertThat(query(server, "SELECT value FROM kept")).isEqualTo("still here");
            assertThat(query(server, "SHOW synchronous_commit")).isEqualTo("on");
        }
    }

    @Test
    void elasticsearch_leaves_no_process_behind_and_keeps_its_documents() throws Exception {
        EmbeddedElasticsearch first = elasticsearch();
        ProcessHandle launcher = ProcessHandle.of(pid("elasticsearch")).orElseThrow();
        ProcessHandle node = launcher.descendants().findFirst().orElseThrow();
        assertThat(send(first, "PUT", "/kept/_doc/1?refresh=true", "{\"word\":\"here\"}"))
                .contains("\"created\"");

        first.close();

        assertThat(launcher.onExit().get(5, TimeUnit.SECONDS).isAlive()).isFalse();
        assertThat(node.onExit().get(5, TimeUnit.SECONDS).isAlive()).isFalse();
        assertThat(directory.resolve("elasticsearch/elasticsearch.pid")).doesNotExist();
        try (EmbeddedElasticsearch server = elasticsearch()) {
            assertThat(send(server, "GET", "/kept/_doc/1", "")).contains("here");
        }
    }

    @Test
    void what_a_killed_jvm_left_behind_is_stopped_at_the_next_start() throws Exception {
        EmbeddedPostgresServer orphan = postgres();
        long pid = pid("postgresql");
        try (EmbeddedPostgresServer server = postgres()) {
            assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
            assertThat(query(server, "SELECT 'serves'")).isEqualTo("serves");
        } finally {
            orphan.close();
        }
    }

    private EmbeddedPostgresServer postgres() {
        return EmbeddedPostgresServer.start(
                directory.resolve("postgresql"), directory.resolve("logs"));
    }

    private EmbeddedElasticsearch elasticsearch() {
        return EmbeddedElasticsearch.start(
                directory.resolve("elasticsearch"), directory.resolve("logs"), 512);
    }

    private long pid(String name) throws Exception {
        String content = Files.readString(directory.resolve(name).resolve(name + ".pid"));
        return Long.parseLong(content.split(" ", 2)[0]);
    }

    private static void execute(EmbeddedPostgresServer server, String sql) throws SQLException {
        try (Connection connection = connect(server);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String query(EmbeddedPostgresServer server, String sql) throws SQLException {
        try (Connection connection = connect(server);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static Connection connect(EmbeddedPostgresServer server) throws SQLException {
        return DriverManager.getConnection(server.url(), server.username(), server.password());
    }

    private static String send(
            EmbeddedElasticsearch server, String method, String path, String body)
            throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request =
                    HttpRequest.newBuilder(server.address().resolve(path))
                            .header("Content-Type", "application/json")
                            .method(method, HttpRequest.BodyPublishers.ofString(body))
                            .build();
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        }
    }
}
