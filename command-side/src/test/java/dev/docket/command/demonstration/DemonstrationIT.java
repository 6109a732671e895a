package dev.docket.command.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.command.TestHttp;
import dev.docket.command.TestHttp.Answer;
import dev.docket.command.TestNode;
import dev.docket.event.Recorded;
import dev.docket.event.knowledge.ArticleEvent.ArticlePublished;
import dev.docket.event.people.Role;
import dev.docket.event.ticket.TicketEvent.TicketClosed;
import dev.docket.event.ticket.TicketEvent.TicketOpened;
import dev.docket.event.ticket.TicketEvent.TicketReopened;
import dev.docket.event.ticket.TicketEvent.TicketResolved;
import dev.docket.log.LogReader;
import dev.docket.log.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Something to look at, for an organisation that has just begun. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DemonstrationIT {

    private static final String DEMONSTRATION = "/demonstration";

    private final TestNode node = TestNode.on(TestDatabase.create());
    private final TestHttp admin = node.as(TestNode.ANN, Role.ADMIN);

    @AfterEach
    void stop() {
        node.close();
    }

    @Test
    void an_organisation_gets_weeks_of_tickets_and_published_articles() {
        Answer filled = admin.post(DEMONSTRATION, TestHttp.NO_BODY);

        assertThat(filled.status()).as(filled.toString()).isEqualTo(201);
        List<Recorded> log = log();
        assertThat(of(TicketOpened.class, log))
                .hasSize(filled.body().path("tickets").asInt())
                .allSatisfy(opened -> assertThat(age(opened)).isBetween(0L, 49L))
                .anySatisfy(opened -> assertThat(age(opened)).isGreaterThan(30));
        assertThat(of(ArticlePublished.class, log)).hasSize(filled.body().path("articles").asInt());
        int resolved = of(TicketResolved.class, log).size();
        assertThat(resolved).isBetween(200, 330);
        assertThat(of(TicketClosed.class, log)).hasSizeBetween(100, resolved);
        assertThat(of(TicketReopened.class, log)).hasSizeBetween(5, 50);
    }

    @Test
    void what_is_there_happens_no_second_time() {
        admin.post(DEMONSTRATION, TestHttp.NO_BODY);
        List<Recorded> before = log();

        Answer again = admin.post(DEMONSTRATION, TestHttp.NO_BODY);

        assertThat(again.status()).as(again.toString()).isEqualTo(201);
        assertThat(of(TicketOpened.class, log())).hasSameSizeAs(of(TicketOpened.class, before));
        assertThat(of(ArticlePublished.class, log()))
                .hasSameSizeAs(of(ArticlePublished.class, before));
    }

    @Test
    void nothing_invented_comes_among_real_tickets() {
        node.agent().post("/tickets", Map.of("subject", "Real", "type", "incident"));
        int before = log().size();

        Answer refused = admin.post(DEMONSTRATION, TestHttp.NO_BODY);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("rule")).isEqualTo("organisation-in-use");
        assertThat(log()).hasSize(before);
    }

    @Test
    void only_an_administrator_may_ask_for_it() {
        assertThat(node.agent().post(DEMONSTRATION, TestHttp.NO_BODY).status()).isEqualTo(403);
        assertThat(log()).noneMatch(recorded -> recorded.event() instanceof TicketOpened);
    }

    private List<Recorded> log() {
        LogReader reader = node.bean(LogReader.class);
        List<Recorded> all = new ArrayList<>();
        List<Recorded> page = reader.read(0, 1_000);
        while (!page.isEmpty()) {
            all.addAll(page);
            page = reader.read(page.getLast().position(), 1_000);
        }
        return all;
    }

    private static List<Recorded> of(Class<?> type, List<Recorded> log) {
        return log.stream().filter(recorded -> type.isInstance(recorded.event())).toList();
    }

    private static long age(Recorded opened) {
        Instant at = opened.facts().occurredAt();
        assertThat(at).isNotNull();
        return Duration.between(at, Instant.now()).toDays();
    }
}
