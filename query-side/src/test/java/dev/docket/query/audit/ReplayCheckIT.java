package dev.docket.query.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.docket.event.people.Role;
import dev.docket.query.Answer;
import dev.docket.query.OnQueryPlatform;
import dev.docket.query.QueryPlatform;
import dev.docket.query.RandomHistory;
import dev.docket.query.Someone;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The check that views tell the truth finds each way in which they could lie. */
@ExtendWith(OnQueryPlatform.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReplayCheckIT {

    private static final Instant START = Instant.parse("2026-01-10T00:00:00.9999996Z");

    private final QueryPlatform platform;
    private final Someone auditor = Someone.ofNewOrganisation(Role.AUDITOR);
    private UUID ticket = new UUID(0, 0);
    private int tickets;

    ReplayCheckIT(QueryPlatform platform) {
        this.platform = platform;
    }

    @BeforeEach
    void a_history() {
        RandomHistory history = new RandomHistory(platform, auditor, 11, START);
        history.happen(300);
        platform.get(auditor, "/api/v1/tickets");
        tickets = history.tickets().size();
        ticket =
                history.tickets().stream()
                        .filter(each -> count("tickets.message WHERE ticket = ?", each) > 2)
                        .filter(each -> count("tickets.attachment WHERE ticket = ?", each) > 0)
                        .findFirst()
                        .orElseThrow();
    }

    private long count(String from, UUID id) {
        return platform.jdbc()
                .sql("SELECT count(*) FROM " + from)
                .param(id)
                .query(Long.class)
                .single();
    }

    @Test
    void views_that_show_what_the_log_says_do_not_differ() {
        JsonNode check = check();

        assertThat(check.path("items")).isEmpty();
        assertThat(check.path("differences").asLong()).isZero();
        assertThat(check.path("ticketsCompared").asLong()).isEqualTo(tickets);
        assertThat(check.path("messagesCompared").asLong())
                .isEqualTo(count("tickets.message WHERE tenant = ?", auditor.tenant().value()));
        assertThat(check.path("percent").asDouble()).isEqualTo(100);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "number = number + 1000000000",
                "subject = subject || '.'",
                "description = ''",
                "status = CASE status WHEN 'MERGED' THEN 'OPEN' ELSE 'MERGED' END",
                "priority = priority % 4 + 1",
                "type = CASE type WHEN 'QUESTION' THEN 'INCIDENT' ELSE 'QUESTION' END",
                "category = coalesce(category, '') || 'x'",
                "tags = tags || ARRAY['extra']",
                "requester = gen_random_uuid()",
                "team = gen_random_uuid()",
                "agent = gen_random_uuid()",
                "channel = 'EMAIL'",
                "solution = coalesce(solution, '') || 'x'",
                "on_hold_reason = coalesce(on_hold_reason, '') || 'x'",
                "on_hold_until = '2030-01-01'",
                "merged_into = gen_random_uuid()",
                "split_from = gen_random_uuid()",
                "links = links || 'RELATES_TO:00000000-0000-0000-0000-000000000000'::text",
                "watchers = watchers || gen_random_uuid()",
                "opened_at = opened_at + interval '1 microsecond'",
                "updated_at = updated_at - interval '1 microsecond'",
                "first_replied_at = '2030-01-01'",
                "resolved_at = '2030-01-01'",
                "closed_at = '2030-01-01'",
                "version = version + 1",
            })
    void a_flipped_column_is_found(String change) {
        change("UPDATE tickets.ticket SET %s WHERE id = ?".formatted(change));

        assertOnlyTheTicketDiffers();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "body = coalesce(body, '') || '.'",
                "redaction = coalesce(redaction, '') || '.'",
                "kind = CASE kind WHEN 'NOTE' THEN 'REPLY' ELSE 'NOTE' END",
                "author = gen_random_uuid()",
                "by_agent = NOT by_agent",
                "id = gen_random_uuid()",
                "written_at = written_at + interval '1 microsecond'",
            })
    void a_flipped_message_is_found(String change) {
        change(
                """
                UPDATE tickets.message SET %s WHERE position =
                    (SELECT max(m.position) FROM tickets.message m WHERE m.ticket = ?)
                """
                        .formatted(change));

        assertOnlyTheTicketDiffers();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE tickets.attachment SET id = gen_random_uuid()",
                "UPDATE tickets.attachment SET name = name || '.'",
                "UPDATE tickets.attachment SET media_type = 'text/html'",
                "UPDATE tickets.attachment SET size = size + 1",
                "UPDATE tickets.attachment SET sha256 = reverse(sha256) || '0'",
                "UPDATE tickets.attachment SET message = gen_random_uuid()",
                "DELETE FROM tickets.attachment",
            })
    void a_flipped_or_missing_file_is_found(String change) {
        change(
                change
                        + " WHERE id = (SELECT a.id FROM tickets.attachment a WHERE a.ticket = ?"
                        + " ORDER BY a.position, a.ordinal LIMIT 1)");

        assertOnlyTheTicketDiffers();
    }

    @Test
    void a_missing_row_is_found() {
        change("DELETE FROM tickets.ticket WHERE id = ?");

        assertThat(assertOnlyTheTicketDiffers().path("found").asString()).isEqualTo("no row");
    }

    @Test
    void a_surplus_row_is_found() {
        UUID surplus = UUID.randomUUID();
        copy(surplus);

        JsonNode difference = onlyDifference();

        assertThat(difference.path("ticket").asString()).isEqualTo(surplus.toString());
        assertThat(difference.path("expected").asString()).isEqualTo("no row");
    }

    private void copy(UUID surplus) {
        platform.jdbc()
                .sql(
                        """
                        INSERT INTO tickets.ticket
                        SELECT (jsonb_populate_record(t, jsonb_build_object(
                            'id', ?::text, 'number', t.number + 1000000000,
                            'change', nextval('tickets.change')))).*
                        FROM tickets.ticket t WHERE t.id = ?
                        """)
                .params(surplus.toString(), ticket)
                .update();
    }

    @Test
    void a_missing_message_is_found() {
        change(
                """
                DELETE FROM tickets.message WHERE position =
                    (SELECT min(m.position) FROM tickets.message m WHERE m.ticket = ?)
                """);

        assertOnlyTheTicketDiffers();
    }

    @Test
    void a_conversation_that_is_gone_is_found() {
        change("DELETE FROM tickets.message WHERE ticket = ?");

        assertThat(assertOnlyTheTicketDiffers().path("found").asString()).isEqualTo("no messages");
    }

    @Test
    void a_surplus_message_is_found() {
        change(
                """
                INSERT INTO tickets.message (tenant, ticket, id, kind, author, by_agent, channel,
                                             body, written_at, position)
                SELECT tenant, ticket, gen_random_uuid(), kind, author, by_agent, channel, body,
                       written_at, position + 1000000000
                FROM tickets.message WHERE ticket = ? ORDER BY position LIMIT 1
                """);

        assertOnlyTheTicketDiffers();
    }

    @Test
    void many_differences_are_counted_and_the_first_hundred_listed() {
        for (int n = 0; n < 101; n++) {
            copyAs(UUID.randomUUID(), n);
        }

        JsonNode check = check();

        assertThat(check.path("differences").asLong()).isEqualTo(101);
        assertThat(check.path("items")).hasSize(100);
    }

    private void copyAs(UUID surplus, int n) {
        copy(surplus);
        platform.jdbc()
                .sql("UPDATE tickets.ticket SET number = number + ? WHERE id = ?")
                .params((n + 1) * 1_000_000_000_000L, surplus)
                .update();
    }

    @Test
    void a_check_is_remembered_for_its_organisation_only() {
        JsonNode check = check();
        String path = "/api/v1/audit/replay-checks/" + check.path("id").asString();

        assertThat(platform.get(auditor, "/api/v1/audit/replay-checks").items("id"))
                .containsExactly(check.path("id").asString());
        Someone stranger = Someone.ofNewOrganisation(Role.AUDITOR);
        assertThat(platform.get(stranger, path).status()).isEqualTo(404);
        assertThat(platform.get(stranger, "/api/v1/audit/replay-checks").items()).isEmpty();
    }

    private void change(String sql) {
        assertThat(platform.jdbc().sql(sql).param(ticket).update()).isPositive();
    }

    private JsonNode assertOnlyTheTicketDiffers() {
        JsonNode difference = onlyDifference();
        assertThat(difference.path("ticket").asString()).isEqualTo(ticket.toString());
        assertThat(difference.path("expected").asString())
                .isNotEqualTo(difference.path("found").asString());
        return difference;
    }

    private JsonNode onlyDifference() {
        JsonNode check = check();
        assertThat(check.path("differences").asLong()).as(check.toString()).isEqualTo(1);
        return check.path("items").path(0);
    }

    /** Runs a check to its end. */
    private JsonNode check() {
        Answer started =
                await().atMost(Duration.ofMinutes(2))
                        .until(
                                () -> platform.post(auditor, "/api/v1/audit/replay-checks"),
                                answer -> answer.status() == 202);
        String location = started.header("Location");
        JsonNode done =
                await().atMost(Duration.ofMinutes(2))
                        .until(
                                () -> platform.get(auditor, location).body(),
                                progress -> !progress.path("state").asString().equals("running"));
        assertThat(done.path("state").asString()).as(done.toString()).isEqualTo("done");
        return done;
    }

    @Test
    void the_differences_are_told_in_words() {
        change("UPDATE tickets.ticket SET subject = 'Changed by hand' WHERE id = ?");

        JsonNode difference = onlyDifference();

        assertThat(difference.path("found").asString()).contains("Changed by hand");
        assertThat(difference.path("expected").asString()).contains("Subject ");
        assertThat(List.of(difference.path("expected").asString().split(" \\| ")))
                .hasSameSizeAs(List.of(difference.path("found").asString().split(" \\| ")));
    }
}
