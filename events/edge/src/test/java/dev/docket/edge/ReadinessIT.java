package dev.docket.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.docket.edge.EdgeNode.Answer;
import dev.docket.log.CuttableProxy;
import dev.docket.log.LogProperties;
import dev.docket.log.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A node without its database asks for no work, and need not be restarted. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReadinessIT {

    private static final Duration SECONDS = Duration.ofSeconds(6);
    private static final Duration LONG = Duration.ofSeconds(60);

    enum Outage {
        CUT,
        SILENT
    }

    private static LogProperties.Database behind(
            CuttableProxy way, URI address, LogProperties.Database database) {
        return new LogProperties.Database(
                database.url().replace(":" + address.getPort(), ":" + way.port()),
                database.username(),
                database.password(),
                database.poolSize());
    }

    @ParameterizedTest
    @EnumSource
    void without_the_database_a_node_is_alive_and_not_ready(Outage outage) throws IOException {
        LogProperties.Database database = TestDatabase.create();
        URI address = URI.create(database.url().substring("jdbc:".length()));
        try (CuttableProxy way = new CuttableProxy("localhost:" + address.getPort());
                EdgeNode node = new EdgeNode(behind(way, address, database))) {
            assertThat(node.get("/actuator/health/readiness").status()).isEqualTo(200);

            switch (outage) {
                case CUT -> way.goAway();
                case SILENT -> way.silence();
            }

            await().atMost(LONG)
                    .until(() -> node.get("/actuator/health/readiness").status() == 503);
            for (String path : new String[] {"readiness", "liveness"}) {
                long asked = System.nanoTime();
                Answer answer = node.get("/actuator/health/" + path);
                assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(SECONDS);
                assertThat(answer.body().path("status").asString())
                        .isEqualTo(path.equals("readiness") ? "DOWN" : "UP");
            }
            assertThat(node.get("/actuator/health").body().path("status").asString())
                    .isEqualTo("DOWN");

            way.comeBack();

            await().atMost(LONG)
                    .until(() -> node.get("/actuator/health/readiness").status() == 200);
        }
    }
}
