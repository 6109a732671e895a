package dev.docket.query.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.event.people.Role;
import dev.docket.query.OnQueryPlatform;
import dev.docket.query.QueryPlatform;
import dev.docket.query.Someone;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A history of any length leaves as a stream; the node holds a few events of it at a time. */
@ExtendWith(OnQueryPlatform.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ExportIT {

    private static final int EVENTS = 50_000;

    /** Together they are more than the memory that the JVM of the tests has. */
    private static final int BYTES_OF_AN_EVENT = 24 << 10;

    private static final int MORE_THAN_CONNECTIONS = 12;

    private static final Someone AUDITOR = Someone.ofNewOrganisation(Role.AUDITOR);

    private final QueryPlatform platform;

    ExportIT(QueryPlatform platform) {
        this.platform = platform;
    }

    /** Straight into the view: how events get there is another test's matter. */
    @BeforeAll
    static void a_large_history(QueryPlatform platform) {
        platform.get(AUDITOR, "/api/v1/audit/events");
        platform.jdbc()
                .sql(
                        """
                        INSERT INTO audit_trail.entry (position, tenant, stream, version, event_id,
                                                       type, actor, command, command_id,
                                                       correlation, origin, recorded_at,
                                                       occurred_at, data)
                        SELECT 1000000000 + n, ?, gen_random_uuid(), 0, gen_random_uuid(),
                               'DescriptionChanged', gen_random_uuid(), 'EditTicket',
                               gen_random_uuid(), gen_random_uuid(), '127.0.0.1 test', now(), now(),
                               jsonb_build_object('n', n, 'to', repeat('x', ?))
                        FROM generate_series(1, ?) AS n
                        """)
                .params(AUDITOR.tenant().value(), BYTES_OF_AN_EVENT, EVENTS)
                .update();
    }

    @Test
    void every_event_arrives_in_order_although_all_of_them_would_not_fit() throws IOException {
        long all = (long) EVENTS * BYTES_OF_AN_EVENT;
        assertThat(Runtime.getRuntime().maxMemory()).isLessThan(all);
        JsonMapper json = JsonMapper.builder().build();

        int arrived = 0;
        try (BufferedReader lines = lines(export())) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                arrived++;
                if (arrived % 1_000 == 0) {
                    JsonNode event = json.readTree(line);
                    assertThat(event.path("position").asLong()).isEqualTo(1_000_000_000L + arrived);
                    assertThat(event.path("data").path("n").asInt()).isEqualTo(arrived);
                }
            }
        }

        assertThat(arrived).isEqualTo(EVENTS);
    }

    @Test
    void readers_who_stop_reading_keep_no_query_waiting() throws IOException {
        List<HttpResponse<InputStream>> idle =
                IntStream.range(0, MORE_THAN_CONNECTIONS).mapToObj(n -> export()).toList();
        try {
            for (HttpResponse<InputStream> export : idle) {
                assertThat(export.body().read()).isEqualTo('{');
            }
            assertThat(platform.getAtOnce(AUDITOR, "/api/v1/tickets").status()).isEqualTo(200);
            assertThat(
                            platform.jdbc()
                                    .sql(
                                            """
                                            SELECT count(*) FROM pg_stat_activity
                                            WHERE application_name = 'docket-queries'
                                              AND state = 'idle in transaction'
                                            """)
                                    .query(Long.class)
                                    .single())
                    .isZero();
        } finally {
            for (HttpResponse<InputStream> export : idle) {
                export.body().close();
            }
        }
    }

    private HttpResponse<InputStream> export() {
        HttpResponse<InputStream> response =
                platform.send(
                        platform.request(AUDITOR, "/api/v1/audit/events")
                                .header("Accept", "application/x-ndjson"),
                        HttpResponse.BodyHandlers.ofInputStream());
        assertThat(response.statusCode()).isEqualTo(200);
        return response;
    }

    private static BufferedReader lines(HttpResponse<InputStream> response) {
        return new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
    }
}
