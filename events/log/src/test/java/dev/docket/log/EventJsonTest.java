package dev.docket.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.event.DomainEvent;
import dev.docket.event.Facts;
import dev.docket.event.Revision;
import dev.docket.event.ticket.Assignment;
import dev.docket.event.ticket.Status;
import dev.docket.event.ticket.TicketEvent.TicketAssigned;
import dev.docket.event.ticket.TicketEvent.TicketPutOnHold;
import dev.docket.event.ticket.TicketId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EventJsonTest {

    private static final TicketId TICKET = new TicketId(new UUID(7, 7));

    private final EventJson json = EventJson.released();

    private String written(DomainEvent event) {
        return new String(json.write(event), UTF_8);
    }

    private DomainEvent read(String type, String text) {
        return json.read(type, 1, text.getBytes(UTF_8));
    }

    @Test
    void values_are_written_bare_and_times_in_utc() {
        assertThat(
                        written(
                                new TicketPutOnHold(
                                        TICKET,
                                        Status.OPEN,
                                        "waits",
                                        Instant.parse("2026-01-02T03:04:05.000000006Z"))))
                .isEqualTo(
                        """
                        {"ticket":"00000000-0000-0007-0000-000000000007","from":"OPEN",\
                        "reason":"waits","until":"2026-01-02T03:04:05.000000006Z"}\
                        """);
    }

    @Test
    void what_is_absent_is_left_out_and_comes_back_absent() {
        TicketAssigned event =
                new TicketAssigned(TICKET, Assignment.NOBODY, Assignment.NOBODY, Status.OPEN);

        assertThat(written(event)).contains("\"from\":{},\"to\":{}");
        assertThat(read("TicketAssigned", written(event))).isEqualTo(event);
    }

    @Test
    void an_unknown_field_makes_an_event_unreadable() {
        assertThat(read("PersonReactivated", "{\"person\":\"%s\",\"new\":1}".formatted(TICKET)))
                .isInstanceOf(UnreadableEvent.class);
    }

    @Test
    void a_missing_or_empty_field_makes_an_event_unreadable() {
        assertThat(read("PersonReactivated", "{}")).isInstanceOf(UnreadableEvent.class);
        assertThat(read("PersonReactivated", "{\"person\":null}"))
                .isInstanceOf(UnreadableEvent.class);
        assertThat(
                        read(
                                "ImportCompleted",
                                "{\"importId\":\"%s\",\"imported\":1}".formatted(TICKET)))
                .isInstanceOf(UnreadableEvent.class);
    }

    @Test
    void a_type_that_is_not_on_the_allow_list_is_never_made() {
        assertThat(read("java.util.ArrayList", "[]"))
                .isEqualTo(
                        new UnreadableEvent(
                                "java.util.ArrayList",
                                1,
                                "[]",
                                "its type is not on the allow-list"));
        assertThatThrownBy(() -> json.write(new UnreadableEvent("a", 1, "{}", "b")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_newer_revision_than_this_version_knows_is_unreadable() {
        assertThat(json.read("PersonReactivated", 2, "{}".getBytes(UTF_8)))
                .isInstanceOf(UnreadableEvent.class);
    }

    @Test
    void facts_of_a_newer_version_are_read_without_what_is_new() {
        Facts facts = TestLog.facts();
        String newer =
                new String(json.write(facts), UTF_8).replaceFirst("\\{", "{\"mood\":\"good\",");

        assertThat(json.readFacts(newer.getBytes(UTF_8))).isEqualTo(facts);
    }

    sealed interface Greeting extends DomainEvent {

        @Revision(3)
        record Greeted(String name, int times) implements Greeting {}
    }

    private record Change(int from) implements Upcaster {
        @Override
        public String type() {
            return "Greeted";
        }

        @Override
        public ObjectNode upcast(ObjectNode event) {
            return from == 1
                    ? event.put("name", event.remove("whom").asString())
                    : event.put("times", 1);
        }
    }

    @Test
    void an_old_revision_passes_through_every_upcaster_after_it() {
        EventJson greetings =
                new EventJson(
                        new EventTypes(List.of(Greeting.class)),
                        List.of(new Change(2), new Change(1)));
        DomainEvent expected = new Greeting.Greeted("Ada", 1);

        assertThat(greetings.read("Greeted", 1, "{\"whom\":\"Ada\"}".getBytes(UTF_8)))
                .isEqualTo(expected);
        assertThat(greetings.read("Greeted", 2, "{\"name\":\"Ada\"}".getBytes(UTF_8)))
                .isEqualTo(expected);
        assertThat(greetings.read("Greeted", 3, greetings.write(expected))).isEqualTo(expected);
        assertThat(greetings.read("Greeted", 1, "{}".getBytes(UTF_8)))
                .isInstanceOf(UnreadableEvent.class);
    }

    @Test
    void a_revision_without_a_way_to_the_next_is_noticed_at_the_start() {
        EventTypes types = new EventTypes(List.of(Greeting.class));

        assertThatThrownBy(() -> new EventJson(types, List.of(new Change(2))))
                .hasMessageContaining("no upcaster takes revision 1");
    }
}
