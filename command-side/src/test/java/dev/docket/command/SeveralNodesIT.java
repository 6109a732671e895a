package dev.docket.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.command.TestHttp.Answer;
import dev.docket.event.Recorded;
import dev.docket.event.people.Role;
import dev.docket.event.ticket.TicketEvent;
import dev.docket.event.ticket.TicketEvent.PriorityChanged;
import dev.docket.event.ticket.TicketEvent.TicketAbsorbed;
import dev.docket.event.ticket.TicketEvent.TicketClosed;
import dev.docket.event.ticket.TicketEvent.TicketMerged;
import dev.docket.log.LogProperties;
import dev.docket.log.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Two nodes on one log: each has a cache of its own, and the log decides. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SeveralNodesIT {

    private static final LogProperties.Database DATABASE = TestDatabase.create();
    private static final TestNode FIRST = TestNode.on(DATABASE);
    private static final TestNode SECOND = TestNode.on(DATABASE);

    @AfterAll
    static void stop() {
        FIRST.close();
        SECOND.close();
    }

    @Test
    void numbers_are_unique_over_all_nodes() throws Exception {
        List<Answer> answers =
                atOnce(16, i -> node(i).agent(), (agent, i) -> openMany(agent, 25)).stream()
                        .flatMap(List::stream)
                        .toList();

        assertThat(answers).hasSize(400).extracting(Answer::status).containsOnly(201);
        assertThat(answers).extracting(answer -> answer.text("number")).doesNotHaveDuplicates();
    }

    private static List<Answer> openMany(TestHttp agent, int count) {
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            answers.add(agent.open("No sound"));
        }
        return answers;
    }

    @Test
    void a_command_to_a_node_that_knows_an_old_state_is_decided_on_the_newest() {
        Answer opened = FIRST.agent().open("No sound");
        String ticket = "/tickets/" + opened.id();
        Answer warm = SECOND.agent().put(ticket + "/priority", Map.of("priority", "low"));
        Answer raised = FIRST.agent().put(ticket + "/priority", Map.of("priority", "high"));

        Answer critical = SECOND.agent().put(ticket + "/priority", Map.of("priority", "critical"));

        assertThat(List.of(warm.version(), raised.version(), critical.version()))
                .containsExactly(1L, 2L, 3L);
        assertThat(FIRST.ticket(opened.id()))
                .filteredOn(PriorityChanged.class::isInstance)
                .extracting(event -> ((PriorityChanged) event).from().name())
                .containsExactly("MEDIUM", "LOW", "HIGH");
    }

    @Test
    void what_was_so_on_an_old_state_is_not_taken_for_done() {
        Answer opened = FIRST.agent().open("No sound");
        String priority = "/tickets/" + opened.id() + "/priority";
        SECOND.agent().put(priority, Map.of("priority", "low"));
        FIRST.agent().put(priority, Map.of("priority", "high"));

        Answer low = SECOND.agent().put(priority, Map.of("priority", "low"));

        assertThat(low.version()).isEqualTo(3);
    }

    @Test
    void a_refusal_on_an_old_state_is_not_passed_on() {
        Answer opened = FIRST.agent().open("No sound");
        String ticket = "/tickets/" + opened.id();
        SECOND.agent().post(ticket + "/closure", Map.of());
        FIRST.agent().post(ticket + "/reopening", Map.of());

        Answer assigned = SECOND.agent().post(ticket + "/work", Map.of());

        assertThat(assigned.status()).isEqualTo(200);
    }

    @Test
    void a_merge_into_a_ticket_that_another_node_has_reopened_is_not_refused() {
        UUID target = FIRST.agent().open("No sound").id();
        UUID ticket = FIRST.agent().open("Silence").id();
        SECOND.agent().post("/tickets/" + target + "/closure", Map.of());
        FIRST.agent().post("/tickets/" + target + "/reopening", Map.of());

        Answer merged = merge(SECOND, ticket, target);

        assertThat(merged.status()).as(merged.toString()).isEqualTo(200);
        assertMergedOnce(ticket, target);
    }

    @Test
    void a_merge_that_meets_a_change_of_the_other_ticket_happens_once_and_on_both() {
        UUID target = FIRST.agent().open("No sound").id();
        UUID ticket = FIRST.agent().open("Silence").id();
        SECOND.agent().put("/tickets/" + target + "/priority", Map.of("priority", "low"));
        FIRST.agent().put("/tickets/" + target + "/priority", Map.of("priority", "high"));

        assertThat(merge(SECOND, ticket, target).status()).isEqualTo(200);

        assertMergedOnce(ticket, target);
    }

    @Test
    void a_merge_into_a_ticket_that_another_node_has_closed_leaves_nothing_on_either() {
        UUID target = FIRST.agent().open("No sound").id();
        UUID ticket = FIRST.agent().open("Silence").id();
        SECOND.agent().put("/tickets/" + target + "/priority", Map.of("priority", "low"));
        FIRST.agent().post("/tickets/" + target + "/closure", Map.of());

        Answer merged = merge(SECOND, ticket, target);

        assertThat(merged.status()).isEqualTo(409);
        assertThat(merged.rule()).isEqualTo("target-is-finished");
        assertThat(FIRST.ticket(ticket)).hasSize(1);
        assertThat(FIRST.ticket(target)).hasSize(3);
    }

    @RepeatedTest(20)
    void a_merge_and_a_closing_at_once_leave_both_tickets_agreed() throws Exception {
        UUID target = FIRST.agent().open("No sound").id();
        UUID ticket = FIRST.agent().open("Silence").id();

        List<Integer> statuses =
                atOnce(
                        2,
                        i -> node(i),
                        (node, i) ->
                                (i == 0
                                                ? merge(node, ticket, target)
                                                : node.agent()
                                                        .post(
                                                                "/tickets/" + target + "/closure",
                                                                Map.of()))
                                        .status());

        assertThat(statuses.get(1)).isEqualTo(200);
        List<TicketEvent> onTarget = FIRST.ticket(target);
        if (statuses.getFirst() == 200) {
            assertMergedOnce(ticket, target);
            assertThat(onTarget.get(1)).isInstanceOf(TicketAbsorbed.class);
            assertThat(onTarget.get(2)).isInstanceOf(TicketClosed.class);
        } else {
            assertThat(statuses.getFirst()).isEqualTo(409);
            assertThat(FIRST.ticket(ticket)).hasSize(1);
            assertThat(onTarget).hasSize(2);
        }
    }

    @RepeatedTest(10)
    void of_two_merges_into_each_other_one_happens() throws Exception {
        UUID one = FIRST.agent().open("No sound").id();
        UUID two = FIRST.agent().open("Silence").id();

        List<Integer> statuses =
                atOnce(
                        2,
                        i -> node(i),
                        (node, i) ->
                                (i == 0 ? merge(node, one, two) : merge(node, two, one)).status());

        assertThat(statuses).containsExactlyInAnyOrder(200, 409);
        if (statuses.getFirst() == 200) {
            assertMergedOnce(one, two);
        } else {
            assertMergedOnce(two, one);
        }
    }

    @RepeatedTest(5)
    void of_many_changes_decided_on_the_same_version_one_happens() throws Exception {
        Answer opened = FIRST.agent().open("No sound");
        String edit = "/tickets/" + opened.id();

        List<Integer> statuses =
                atOnce(
                        12,
                        i -> node(i).agent(),
                        (agent, i) ->
                                agent.send(
                                                "PATCH",
                                                edit,
                                                Map.of("subject", "No sound, says caller " + i),
                                                "If-Match",
                                                opened.etag())
                                        .status());

        assertThat(statuses).filteredOn(status -> status == 200).hasSize(1);
        assertThat(statuses).filteredOn(status -> status == 412).hasSize(11);
        assertThat(FIRST.ticket(opened.id())).hasSize(2);
    }

    @Test
    void a_change_of_a_person_decided_on_an_old_version_is_refused() {
        TestHttp admin = FIRST.as(TestNode.ANN, Role.ADMIN);
        Answer registered =
                admin.post(
                        "/people",
                        Map.of(
                                "email",
                                "pat@example.org",
                                "name",
                                "Pat",
                                "roles",
                                List.of("AGENT")));
        String name = "/people/" + registered.id() + "/name";
        Answer renamed = admin.put(name, Map.of("name", "Patricia"), "If-Match", registered.etag());

        Answer late = admin.put(name, Map.of("name", "Patrick"), "If-Match", registered.etag());

        assertThat(renamed.status()).isEqualTo(200);
        assertThat(late.status()).isEqualTo(412);
        assertThat(FIRST.stream(registered.id())).hasSize(2);
    }

    private static TestNode node(int i) {
        return i % 2 == 0 ? FIRST : SECOND;
    }

    private static Answer merge(TestNode node, UUID ticket, UUID into) {
        return node.agent().post("/tickets/" + ticket + "/merge", Map.of("into", into));
    }

    /** Both events are there once, by one command, one after the other. */
    private static void assertMergedOnce(UUID ticket, UUID target) {
        List<Recorded> merged = of(ticket, TicketMerged.class);
        List<Recorded> absorbed = of(target, TicketAbsorbed.class);
        assertThat(merged).hasSize(1);
        assertThat(absorbed).hasSize(1);
        assertThat(absorbed.getFirst().position()).isEqualTo(merged.getFirst().position() + 1);
        assertThat(absorbed.getFirst().facts().commandId())
                .isEqualTo(merged.getFirst().facts().commandId());
    }

    private static List<Recorded> of(UUID ticket, Class<? extends TicketEvent> type) {
        return FIRST.stream(ticket).stream()
                .filter(recorded -> type.isInstance(recorded.event()))
                .toList();
    }

    private interface Work<S, R> {
        R of(S subject, int i);
    }

    /** Does the same on several threads, which begin together. */
    private static <S, R> List<R> atOnce(int threads, IntFunction<S> subject, Work<S, R> work)
            throws InterruptedException, ExecutionException {
        CyclicBarrier begin = new CyclicBarrier(threads);
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            List<Callable<R>> calls = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                int number = i;
                S its = subject.apply(i);
                calls.add(() -> {
                    begin.await();
                    return work.of(its, number);
                });
            }
            List<R> results = new ArrayList<>();
            for (Future<R> result : executor.invokeAll(calls)) {
                results.add(result.get());
            }
            return results;
        }
    }
}
