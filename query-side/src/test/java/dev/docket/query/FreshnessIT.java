package dev.docket.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.docket.event.people.Role;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who sends a position back reads what they wrote, or is told that they do not. */
@ExtendWith(OnQueryPlatform.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FreshnessIT {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration LONG = Duration.ofSeconds(60);

    private final QueryPlatform platform;
    private final Someone admin = Someone.ofNewOrganisation(Role.ADMIN);

    FreshnessIT(QueryPlatform platform) {
        this.platform = platform;
    }

    /** Keeps a view where it is: whoever holds its token moves it. */
    private Connection stopped(String view) throws SQLException {
        Properties user = new Properties();
        user.setProperty("user", platform.database().username());
        Connection connection = DriverManager.getConnection(platform.database().url(), user);
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("SELECT position FROM %s.token FOR UPDATE".formatted(view));
        }
        return connection;
    }

    @ParameterizedTest
    @CsvSource({
        "tickets, /api/v1/tickets",
        "tickets, /api/v1/tickets/{id}",
        "tickets, /api/v1/tickets/{id}/conversation",
        "people, /api/v1/people",
        "analytics, /api/v1/analytics/volume",
        "analytics, /api/v1/analytics/backlog",
        "analytics, /api/v1/analytics/dashboard",
        "audit_trail, /api/v1/audit/events",
        "tickets, /api/v1/search/tickets?q=word",
    })
    void a_view_that_is_behind_is_waited_for_and_then_answers_as_stale(String view, String path)
            throws SQLException {
        UUID ticket = Tickets.ticket(admin, "Seen").open(platform);
        platform.get(admin, path.replace("{id}", ticket.toString()));
        long seen = platform.head();
        try (Connection stopped = stopped(view)) {
            platform.append(admin, ticket, Tickets.note(ticket, admin, "Not seen yet"));
            long asked = System.nanoTime();

            Answer stale = platform.ask(admin, path.replace("{id}", ticket.toString()));

            assertThat(Duration.ofNanos(System.nanoTime() - asked))
                    .isGreaterThanOrEqualTo(PATIENCE);
            assertThat(stale.status()).isEqualTo(200);
            assertThat(stale.header("Docket-Stale")).isEqualTo("true");
            assertThat(Long.parseLong(stale.header("Docket-Position")))
                    .isGreaterThanOrEqualTo(seen)
                    .isLessThan(platform.head());
            stopped.rollback();
        }
        await().atMost(LONG)
                .until(() -> {
                    Answer fresh = platform.ask(admin, path.replace("{id}", ticket.toString()));
                    return fresh.header("Docket-Stale").isEmpty()
                            && Long.parseLong(fresh.header("Docket-Position")) >= platform.head();
                });
    }

    @Test
    void a_view_that_comes_in_time_answers_fresh() throws SQLException {
        UUID ticket = Tickets.ticket(admin, "Seen").open(platform);
        platform.get(admin, "/api/v1/tickets");
        try (Connection stopped = stopped("tickets")) {
            platform.append(admin, ticket, Tickets.note(ticket, admin, "Seen in time"));
            CompletableFuture<Answer> waiting =
                    CompletableFuture.supplyAsync(() ->
                            platform.ask(admin, "/api/v1/tickets/" + ticket + "/conversation"));
            assertThat(waiting).isNotDone();
            stopped.rollback();

            Answer answer = waiting.join();

            assertThat(answer.header("Docket-Stale")).isEmpty();
            assertThat(answer.items("body")).containsExactly("Seen in time");
        }
    }

    @Test
    void who_asks_for_no_position_does_not_wait() throws SQLException {
        UUID ticket = Tickets.ticket(admin, "Seen").open(platform);
        platform.get(admin, "/api/v1/tickets");
        try (Connection stopped = stopped("tickets")) {
            platform.append(admin, ticket, Tickets.note(ticket, admin, "Not seen yet"));

            Answer answer =
                    platform.getAtOnce(admin, "/api/v1/tickets/" + ticket + "/conversation");

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.items()).isEmpty();
            assertThat(answer.header("Docket-Stale")).isEmpty();
            assertThat(answer.header("Docket-Position")).isEmpty();
            stopped.rollback();
        }
    }

    @Test
    void a_position_beyond_the_log_is_stale_and_not_an_error() {
        Answer answer =
                platform.send(
                        platform.request(admin, "/api/v1/tickets")
                                .header("Docket-Position", Long.toString(Long.MAX_VALUE)));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Docket-Stale")).isEqualTo("true");
    }
}
