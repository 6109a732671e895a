package dev.docket.query.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.docket.event.people.Role;
import dev.docket.event.ticket.Priority;
import dev.docket.event.ticket.TicketEvent.PriorityChanged;
import dev.docket.event.ticket.TicketEvent.TicketOpened;
import dev.docket.event.ticket.TicketId;
import dev.docket.query.Answer;
import dev.docket.query.EmbeddingServer;
import dev.docket.query.EmbeddingServer.Mood;
import dev.docket.query.HybridPlatform;
import dev.docket.query.OnHybridPlatform;
import dev.docket.query.QueryPlatform;
import dev.docket.query.Someone;
import dev.docket.query.Tickets;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tickets are found by words and by meaning. No test shares a question with another one. */
@ExtendWith(OnHybridPlatform.class)
class HybridTicketSearchIT {

    private static final String SAME_MEANING = "cannot log on";

    private final HybridPlatform hybrid;
    private final QueryPlatform platform;
    private final Someone agent = Someone.ofNewOrganisation(Role.AGENT);
    private final Someone requester = agent.colleague(Role.REQUESTER);

    HybridTicketSearchIT(HybridPlatform hybrid) {
        this.hybrid = hybrid;
        this.platform = hybrid.platform;
    }

    @AfterEach
    void recover() {
        hybrid.endpoint.behave(Mood.WELL);
    }

    private UUID open(String subject) {
        return Tickets.ticket(requester, subject).open(platform);
    }

    /** Asks until as many are found, and so many stay. */
    private List<String> found(Someone caller, int count, String words, String... parameters) {
        return hybrid.until(
                        () -> platform.search(caller, words, parameters),
                        answer -> answer.items().size() == count)
                .items("subject");
    }

    @Test
    void a_ticket_without_any_of_the_words_is_found_by_its_meaning() {
        open("Sign-in fails");
        open("The coffee machine leaks");
        hybrid.awaitVectors();

        assertThat(found(agent, 1, SAME_MEANING)).containsExactly("Sign-in fails");
        Answer answer = platform.search(agent, SAME_MEANING, "facets=true");
        assertThat(answer.body().path("total").path("count").asInt()).isZero();
        assertThat(answer.items().getFirst().path("highlights").size()).isZero();
        assertThat(answer.nextCursor()).isEmpty();
    }

    @Test
    void what_is_found_both_ways_is_there_once_and_first() {
        open("cannot log on");
        open("Sign-in fails");
        open(
                "Nobody can log the visitors in this hall, on paper or otherwise, and they cannot wait");
        hybrid.awaitVectors();

        assertThat(found(agent, 3, SAME_MEANING))
                .startsWith("cannot log on")
                .doesNotHaveDuplicates();
    }

    @Test
    void meaning_shows_nobody_what_is_not_theirs() {
        Someone colleague = agent.colleague(Role.REQUESTER);
        Someone stranger = Someone.ofNewOrganisation(Role.ADMIN);
        open("Sign-in fails");
        Tickets.ticket(colleague, "Sign in fails again").open(platform);
        hybrid.awaitVectors();

        assertThat(found(agent, 2, SAME_MEANING)).hasSize(2);
        assertThat(platform.search(requester, SAME_MEANING).items("subject"))
                .containsExactly("Sign-in fails");
        assertThat(platform.search(colleague, SAME_MEANING).items("subject"))
                .containsExactly("Sign in fails again");
        assertThat(platform.search(stranger, SAME_MEANING).items("subject")).isEmpty();
    }

    @Test
    void a_note_makes_no_ticket_near() {
        UUID noted = open("Laptop is slow");
        platform.append(agent, noted, Tickets.note(noted, agent, "sign-in fails, sign-in fails"));
        open("Sign-in fails");
        hybrid.awaitVectors();

        assertThat(found(agent, 1, SAME_MEANING)).containsExactly("Sign-in fails");
        assertThat(platform.search(requester, SAME_MEANING).items("subject"))
                .containsExactly("Sign-in fails");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cannot log on priority:high",
                "cannot log on tag:\"blue floor\"",
                "cannot log on (category:hardware OR tag:red)",
                "cannot log on NOT category:software",
                "cannot log on assignee:me",
                "cannot log on has:tag created:today",
                "cannot log on -everybody",
                "cannot log on NOT (everybody OR status:closed)",
                "cannot log on \"the printer\"",
                "cannot log on subject:print*",
            })
    void conditions_hold_for_what_is_near(String query) {
        open("Sign-in fails for everybody");
        Tickets.ticket(requester, "Sign-in fails, the printer")
                .in("hardware/printer", "blue floor")
                .with(Priority.HIGH)
                .assignedTo(null, agent)
                .open(platform);
        hybrid.awaitVectors();

        assertThat(found(agent, 2, SAME_MEANING)).hasSize(2);
        assertThat(platform.search(agent, query).items("subject"))
                .containsExactly("Sign-in fails, the printer");
    }

    @Test
    void filters_hold_for_what_is_near() {
        open("Sign-in fails");
        Tickets.ticket(requester, "Sign-in fails upstairs")
                .in("hardware/printer", "upstairs")
                .with(Priority.HIGH)
                .assignedTo(null, agent)
                .open(platform);
        hybrid.awaitVectors();

        assertThat(found(agent, 2, SAME_MEANING)).hasSize(2);
        for (String filter :
                List.of("priority=high", "category=hardware", "tags=upstairs", "assignee=me")) {
            assertThat(platform.search(agent, SAME_MEANING, filter).items("subject"))
                    .containsExactly("Sign-in fails upstairs");
        }
        assertThat(platform.search(agent, SAME_MEANING, "assignee=none").items("subject"))
                .containsExactly("Sign-in fails");
        assertThat(platform.search(agent, SAME_MEANING, "status=closed").items("subject"))
                .isEmpty();
    }

    @Test
    void a_query_that_says_nothing_or_names_a_ticket_has_no_meaning() {
        UUID id = UUID.randomUUID();
        TicketOpened opened = Tickets.ticket(requester, "Sign-in fails").event(id);
        platform.append(requester, id, opened);
        String number = "DK-" + opened.number().value();

        assertThat(platform.search(agent, "status:open,new").status()).isEqualTo(200);
        assertThat(platform.search(agent, number).items("subject"))
                .containsExactly("Sign-in fails");
        assertThat(hybrid.endpoint.asked(number)).isZero();
        assertThat(hybrid.endpoint.asked("status:")).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {7, 20, 100})
    void a_walk_gives_each_ticket_once(int limit) {
        String padding = " because of coffee, machine, sugar, tea, milk, water and weather ";
        for (int n = 0; n < 130; n++) {
            open("cannot log on" + padding + n);
        }
        for (int n = 0; n < 30; n++) {
            open("Sign-in fails " + n);
        }
        hybrid.awaitVectors();
        hybrid.until(
                () -> platform.search(agent, SAME_MEANING, "limit=100"),
                answer -> answer.items("subject").contains("Sign-in fails 29"));

        List<String> walked =
                platform
                        .walk(agent, QueryPlatform.searchFor(SAME_MEANING, "limit=" + limit))
                        .stream()
                        .flatMap(page -> page.items("subject").stream())
                        .toList();

        assertThat(walked).hasSize(160).doesNotHaveDuplicates();
    }

    @Test
    void a_list_goes_on_while_the_endpoint_is_away() {
        for (int n = 0; n < 5; n++) {
            open("Sign-in fails " + n);
        }
        hybrid.awaitVectors();
        String question = "cannot log on since noon";
        hybrid.until(
                () -> platform.search(agent, question, "limit=2"),
                answer -> answer.items().size() == 2);
        Answer first = platform.search(agent, question, "limit=2");
        hybrid.endpoint.behave(Mood.UNAVAILABLE);

        Answer second =
                platform.search(
                        agent,
                        question,
                        "limit=20",
                        "cursor=" + QueryPlatform.coded(first.nextCursor()));

        assertThat(second.items("subject"))
                .hasSize(3)
                .doesNotContainAnyElementsOf(first.items("subject"));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "WELL")
    void words_do_while_questions_have_no_vector(Mood mood) {
        String word = mood.name().replace("_", "");
        open("Sign-in fails " + word);
        open("Sign-in fails");
        hybrid.awaitVectors();
        hybrid.endpoint.behave(mood);

        Answer answer = platform.search(agent, SAME_MEANING + " " + word);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.items("subject"))
                .isSubsetOf("Sign-in fails " + word)
                .doesNotContain("Sign-in fails");
        assertThat(platform.search(agent, word).items("subject"))
                .containsExactly("Sign-in fails " + word);
        double without =
                platform.bean(MeterRegistry.class).find("docket.search.vectors").counters().stream()
                        .filter(counter -> !"asked".equals(counter.getId().getTag("outcome")))
                        .mapToDouble(counter -> counter.count())
                        .sum();
        assertThat(without).isPositive();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "WELL")
    void vectors_come_late_and_words_in_time_while_texts_have_none(Mood mood) {
        hybrid.endpoint.behave(mood);
        String subject = "Sign-in fails in room " + mood.name().replace("_", "");
        open(subject);
        long head = platform.head();

        assertThat(platform.search(agent, "room").items("subject")).containsExactly(subject);
        await().atMost(Duration.ofSeconds(30)).until(() -> hybrid.endpoint.asked(subject) > 1);
        assertThat(hybrid.position("ticket_vectors")).isLessThan(head);
        assertThat(hybrid.parked("ticket_vectors")).isZero();

        hybrid.endpoint.behave(Mood.WELL);
        hybrid.awaitVectors();
        assertThat(found(agent, 1, SAME_MEANING)).containsExactly(subject);
    }

    @ParameterizedTest
    @ValueSource(strings = {EmbeddingServer.REFUSED, EmbeddingServer.LATE})
    void a_text_that_gets_no_vector_for_good_is_parked_alone(String without) {
        List<UUID> opened = new ArrayList<>();
        for (String subject : List.of("Sign-in fails", without + " picture", "Sign in fails")) {
            opened.add(open(subject));
        }
        hybrid.awaitVectors();

        assertThat(found(agent, 2, SAME_MEANING))
                .containsExactlyInAnyOrder("Sign-in fails", "Sign in fails");
        assertThat(platform.search(agent, "picture").items()).hasSize(1);
        List<UUID> parked =
                platform.jdbc()
                        .sql("SELECT stream FROM ticket_vectors.dead_letter")
                        .query(UUID.class)
                        .list();
        assertThat(parked).containsExactly(opened.get(1));
        platform.jdbc().sql("DELETE FROM ticket_vectors.dead_letter").update();
    }

    @Test
    void a_text_is_sent_once_however_often_its_ticket_changes() {
        String subject = "Sign-in fails at dawn";
        UUID ticket = open(subject);
        hybrid.awaitVectors();
        platform.append(
                agent,
                ticket,
                new PriorityChanged(new TicketId(ticket), Priority.MEDIUM, Priority.CRITICAL));
        hybrid.awaitVectors();

        assertThat(found(agent, 1, SAME_MEANING, "priority=critical")).containsExactly(subject);
        assertThat(hybrid.endpoint.asked(subject)).isOne();
    }
}
