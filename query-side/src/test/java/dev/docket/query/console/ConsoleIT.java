package dev.docket.query.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.edge.EdgeConfiguration;
import dev.docket.edge.Node;
import dev.docket.log.LogConfiguration;
import dev.docket.log.LogProperties;
import dev.docket.log.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The console's files, on a node that has nothing else. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ConsoleIT {

    private static final String SCRIPT = "/console/assets/index-B1a2C3d4.js";

    private static final LogProperties.Database DATABASE = TestDatabase.create();
    private static final ConfigurableApplicationContext BUILT =
            node(Built.class, "--docket.console.commands=https://commands.example.org/");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @EnableAutoConfiguration(exclude = DataSourceAutoConfiguration.class)
    @EnableConfigurationProperties(ConsoleProperties.class)
    @Import({LogConfiguration.class, EdgeConfiguration.class, ConsoleController.class})
    static class Built {
        @Bean
        ConsoleFiles consoleFiles() {
            return new ConsoleFiles("classpath*:/built/console/**");
        }
    }

    @EnableAutoConfiguration(exclude = DataSourceAutoConfiguration.class)
    @EnableConfigurationProperties(ConsoleProperties.class)
    @Import({LogConfiguration.class, EdgeConfiguration.class, ConsoleController.class})
    static class NotBuilt {
        @Bean
        ConsoleFiles consoleFiles() {
            return new ConsoleFiles("classpath*:/absent/console/**");
        }
    }

    private static ConfigurableApplicationContext node(Class<?> configuration, String setting) {
        return Node.application(configuration, 0)
                .run(
                        "--server.port=0",
                        "--docket.postgres.url=" + DATABASE.url(),
                        "--docket.postgres.username=" + DATABASE.username(),
                        setting);
    }

    @AfterAll
    static void stop() {
        BUILT.close();
        HTTP.close();
    }

    private static HttpResponse<byte[]> get(String path, String... headers)
            throws IOException, InterruptedException {
        return get(BUILT, path, headers);
    }

    private static HttpResponse<byte[]> get(
            ConfigurableApplicationContext node, String path, String... headers)
            throws IOException, InterruptedException {
        String port = node.getEnvironment().getRequiredProperty("local.server.port");
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private static String header(HttpResponse<byte[]> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/console",
                "/console/",
                "/console/tickets?status=open",
                "/console/tickets/INC-1/history",
                "/console/index.html"
            })
    void every_page_of_the_console_is_its_one_page(String path) throws Exception {
        HttpResponse<byte[]> page = get(path);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(header(page, "Content-Type")).isEqualTo("text/html;charset=UTF-8");
        assertThat(header(page, "Cache-Control")).isEqualTo("no-cache");
        assertThat(text(page)).contains("<div id=\"root\">");
        HttpResponse<byte[]> again = get(path, "If-None-Match", header(page, "ETag"));
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void an_asset_is_kept_for_a_year_and_travels_compressed() throws Exception {
        HttpResponse<byte[]> plain = get(SCRIPT);
        HttpResponse<byte[]> compressed = get(SCRIPT, "Accept-Encoding", "gzip, deflate, br");

        assertThat(plain.statusCode()).isEqualTo(200);
        assertThat(header(plain, "Content-Type")).startsWith("text/javascript");
        for (HttpResponse<byte[]> answer : List.of(plain, compressed)) {
            assertThat(header(answer, "Cache-Control"))
                    .isEqualTo("max-age=31536000, public, immutable");
            assertThat(header(answer, "Vary")).contains("Accept-Encoding");
        }
        assertThat(header(plain, "Content-Encoding")).isEmpty();
        assertThat(header(compressed, "Content-Encoding")).isEqualTo("gzip");
        assertThat(compressed.body()).hasSizeLessThan(plain.body().length);
        assertThat(header(compressed, "ETag")).isNotEqualTo(header(plain, "ETag"));
        try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(compressed.body()))) {
            assertThat(unpacked.readAllBytes()).isEqualTo(plain.body());
        }
    }

    @Test
    void an_asset_that_is_gone_is_not_taken_for_a_page() throws Exception {
        HttpResponse<byte[]> gone = get("/console/assets/index-00000000.js");

        assertThat(gone.statusCode()).isEqualTo(404);
        assertThat(header(gone, "Content-Type")).startsWith("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/console/..%2f..%2fapplication.properties",
                "/console/%2e%2e/%2e%2e/pages/style.css",
                "/console/assets/..%5c..%5cindex.html",
                "/console/assets//index-B1a2C3d4.js"
            })
    void no_name_leads_out_of_the_console(String path) throws Exception {
        HttpResponse<byte[]> answer = get(path);

        assertThat(answer.statusCode()).as(text(answer)).isIn(400, 404);
    }

    @Test
    void nothing_but_the_consoles_own_files_runs() throws Exception {
        HttpResponse<byte[]> page = get("/console/tickets");

        assertThat(header(page, "Content-Security-Policy"))
                .contains("default-src 'none'")
                .contains("script-src 'self';")
                .contains("connect-src 'self' https://commands.example.org;")
                .contains("frame-ancestors 'none'");
        assertThat(header(page, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(page, "Referrer-Policy")).isEqualTo("no-referrer");
    }

    @Test
    void the_console_learns_where_commands_go() throws Exception {
        HttpResponse<byte[]> config = get("/console/config.json");

        assertThat(text(config)).isEqualTo("{\"commands\":\"https://commands.example.org\"}");
        assertThat(header(config, "Cache-Control")).isEqualTo("no-cache");
    }

    @Test
    void an_unknown_route_of_the_api_stays_a_problem() throws Exception {
        HttpResponse<byte[]> unknown = get("/api/v1/nothing");

        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(header(unknown, "Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void without_a_console_there_is_nothing_to_serve() throws Exception {
        try (ConfigurableApplicationContext node = node(NotBuilt.class, "--docket.log=postgres")) {
            for (String path : new String[] {"/", "/console/tickets"}) {
                HttpResponse<byte[]> answer = get(node, path);

                assertThat(answer.statusCode()).isEqualTo(404);
                assertThat(header(answer, "Content-Type")).startsWith("application/problem+json");
            }
            assertThat(text(get(node, "/console/config.json"))).isEqualTo("{\"commands\":\"\"}");
        }
    }
}
