package dev.docket.query.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.event.DomainEvent;
import dev.docket.event.Facts;
import dev.docket.event.Recorded;
import dev.docket.event.TenantId;
import dev.docket.event.people.PersonId;
import dev.docket.event.ticket.Status;
import dev.docket.event.ticket.TicketEvent.TicketReopened;
import dev.docket.event.ticket.TicketId;
import dev.docket.query.live.Happening.Kind;
import dev.docket.query.live.Happening.Secrecy;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Which rooms an event is told in, and to whom there. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class HappeningTest {

    private static final UUID SUBJECT = UUID.randomUUID();
    private static final UUID REQUESTER = UUID.randomUUID();
    private static final UUID ACTOR = UUID.randomUUID();
    private static final UUID SOMEBODY = UUID.randomUUID();

    private static Happening happening(Kind kind, boolean isInternal) {
        DomainEvent event = new TicketReopened(new TicketId(SUBJECT), Status.RESOLVED, null);
        Recorded recorded =
                new Recorded(
                        17,
                        SUBJECT,
                        4,
                        UUID.randomUUID(),
                        "TicketReopened",
                        Instant.parse("2026-11-20T08:00:00Z"),
                        new Facts(
                                new TenantId(UUID.randomUUID()),
                                new PersonId(ACTOR),
                                "ReopenTicket",
                                UUID.randomUUID(),
                                UUID.randomUUID(),
                                "test",
                                null,
                                null,
                                null),
                        event);
        UUID requester = kind == Kind.TICKET ? REQUESTER : null;
        Set<UUID> people = kind == Kind.PERSON ? Set.of(SUBJECT, ACTOR) : Set.of(REQUESTER, ACTOR);
        Secrecy secrecy = isInternal ? Secrecy.INTERNAL : Secrecy.OPEN;
        return new Happening(recorded, kind, SUBJECT, requester, secrecy, people);
    }

    static Stream<Arguments> rooms() {
        return Stream.of(
                Arguments.of(Kind.TICKET, new RoomName.OfTicket(SUBJECT), true),
                Arguments.of(Kind.TICKET, new RoomName.OfTicket(SOMEBODY), false),
                Arguments.of(Kind.TICKET, new RoomName.OfArticle(SUBJECT), false),
                Arguments.of(Kind.TICKET, new RoomName.OfQueue("status=open"), true),
                Arguments.of(Kind.TICKET, new RoomName.OfDashboard(), true),
                Arguments.of(Kind.TICKET, new RoomName.OfPerson(REQUESTER), true),
                Arguments.of(Kind.TICKET, new RoomName.OfPerson(ACTOR), true),
                Arguments.of(Kind.TICKET, new RoomName.OfPerson(SOMEBODY), false),
                Arguments.of(Kind.PERSON, new RoomName.OfPerson(SUBJECT), true),
                Arguments.of(Kind.PERSON, new RoomName.OfQueue(""), false),
                Arguments.of(Kind.PERSON, new RoomName.OfDashboard(), false),
                Arguments.of(Kind.ARTICLE, new RoomName.OfArticle(SUBJECT), true),
                Arguments.of(Kind.ARTICLE, new RoomName.OfTicket(SUBJECT), false),
                Arguments.of(Kind.ARTICLE, new RoomName.OfDashboard(), false));
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void it_is_told_where_it_belongs(Kind kind, RoomName room, boolean told) {
        assertThat(happening(kind, false).isIn(room)).isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource({
        "TICKET, false, requester, true",
        "TICKET, true, requester, false",
        "TICKET, false, somebody, false",
        "TICKET, false, actor, false",
        "PERSON, true, subject, true",
        "PERSON, true, actor, false",
        "ARTICLE, false, actor, false"
    })
    void those_who_see_their_own_alone_see_no_more(
            Kind kind, boolean isInternal, String who, boolean shown) {
        UUID person =
                switch (who) {
                    case "requester" -> REQUESTER;
                    case "actor" -> ACTOR;
                    case "subject" -> SUBJECT;
                    default -> SOMEBODY;
                };

        assertThat(happening(kind, isInternal).isShownTo(person)).isEqualTo(shown);
    }

    @Test
    void its_message_says_what_happened_and_where() {
        String room = new ServerMessages().quoted("queue:subject=\"a\"\\");

        JsonNode message =
                JsonMapper.shared().readTree(happening(Kind.TICKET, false).message(room));

        assertThat(message.path("room").asString()).isEqualTo("queue:subject=\"a\"\\");
        assertThat(message.path("type").asString()).isEqualTo("event");
        assertThat(message.path("position").asLong()).isEqualTo(17);
        assertThat(message.path("event").asString()).isEqualTo("TicketReopened");
        assertThat(message.path("ticket").asString()).isEqualTo(SUBJECT.toString());
        assertThat(message.path("version").asLong()).isEqualTo(4);
        assertThat(message.path("actor").asString()).isEqualTo(ACTOR.toString());
        assertThat(message.path("at").asString()).isEqualTo("2026-11-20T08:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({
        "dashboard, true",
        "queue:, true",
        "queue:status=open&tags=a, true",
        "ticket:01932c07-20d5-7e2f-8a3b-5d1f0c9e4b6a, true",
        "person:01932c07-20d5-7e2f-8a3b-5d1f0c9e4b6a, true",
        "article:01932c07-20d5-7e2f-8a3b-5d1f0c9e4b6a, true",
        "ticket:01932C07-20D5-7E2F-8A3B-5D1F0C9E4B6A, false",
        "ticket:1-2-3-4-5, false",
        "ticket:, false",
        "ticket, false",
        "dashboard:x, false",
        "attic, false",
        ":, false"
    })
    void a_room_has_one_name(String text, boolean names) {
        assertThat(RoomName.parse(text).map(RoomName::text))
                .isEqualTo(names ? Optional.of(text) : Optional.empty());
    }
}
