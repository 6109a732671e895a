package dev.docket.query.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import dev.docket.edge.SigningKeys;
import dev.docket.edge.Tokens;
import dev.docket.event.people.PersonEvent.PersonDeactivated;
import dev.docket.event.people.PersonEvent.RolesChanged;
import dev.docket.event.people.Role;
import dev.docket.event.ticket.TicketEvent;
import dev.docket.event.ticket.TicketId;
import dev.docket.query.Answer;
import dev.docket.query.Articles;
import dev.docket.query.OnQueryPlatform;
import dev.docket.query.QueryPlatform;
import dev.docket.query.Someone;
import dev.docket.query.Tickets;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** What clients are told, and what not, over real connections and a real log. */
@ExtendWith(OnQueryPlatform.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LiveRoomsIT {

    private final QueryPlatform platform;

    LiveRoomsIT(QueryPlatform platform) {
        this.platform = platform;
    }

    private LiveClient connect(Someone caller) {
        return LiveClient.signedIn(platform.node(), platform.token(caller));
    }

    private void say(Someone agent, UUID ticket, String... bodies) {
        TicketEvent[] replies =
                Stream.of(bodies)
                        .map(body -> Tickets.reply(ticket, agent, body))
                        .toArray(TicketEvent[]::new);
        platform.append(agent, ticket, replies);
    }

    private static String ticketRoom(UUID ticket) {
        return "ticket:" + ticket;
    }

    private static Someone agent() {
        return Someone.ofNewOrganisation(Role.AGENT);
    }

    @Test
    void a_tickets_room_tells_what_happens_to_it_and_to_no_other() {
        Someone agent = agent();
        UUID ticket = Tickets.ticket(agent, "Watched").open(platform);
        UUID other = Tickets.ticket(agent, "Not watched").open(platform);
        try (LiveClient client = connect(agent)) {
            client.mustJoin(ticketRoom(ticket));

            say(agent, other, "Unheard");
            say(agent, ticket, "Heard");

            JsonNode told = client.next();
            assertThat(told.path("type").asString()).isEqualTo("event");
            assertThat(told.path("room").asString()).isEqualTo(ticketRoom(ticket));
            assertThat(told.path("position").asLong()).isEqualTo(platform.head());
            assertThat(told.path("event").asString()).isEqualTo("ReplyAdded");
            assertThat(told.path("ticket").asString()).isEqualTo(ticket.toString());
            assertThat(told.path("version").asLong()).isEqualTo(1);
            assertThat(told.path("actor").asString()).isEqualTo(agent.person().toString());
            assertThat(told.path("at").asString()).endsWith("Z");
        }
    }

    @Test
    void requesters_are_told_of_no_note_and_of_nothing_that_belongs_to_one() {
        Someone requester = Someone.ofNewOrganisation(Role.REQUESTER);
        Someone agent = requester.colleague(Role.AGENT);
        UUID ticket = Tickets.ticket(requester, "Mine").open(platform);
        Tickets.register(platform, requester, "Rita");
        List<String> rooms = List.of(ticketRoom(ticket), "queue:", "person:" + requester.person());
        for (String room : rooms) {
            TicketEvent.NoteAdded note = Tickets.note(ticket, agent, "Not for everybody");
            TicketEvent.ReplyAdded reply = Tickets.reply(ticket, agent, "For everybody");
            var ofNote = Tickets.files(ticket, note.message(), Tickets.fileWithoutBytes("n.txt"));
            var ofReply = Tickets.files(ticket, reply.message(), Tickets.fileWithoutBytes("r.txt"));
            try (LiveClient theirs = connect(requester);
                    LiveClient agents = connect(agent)) {
                theirs.mustJoin(room);
                agents.mustJoin(room);

                platform.append(agent, ticket, note, ofNote, reply, ofReply);
                platform.append(
                        agent,
                        ticket,
                        new TicketEvent.MessageRedacted(note.ticket(), note.message(), "Personal"));
                platform.append(requester, ticket, Tickets.reply(ticket, requester, "Thanks"));

                long last = platform.head();
                assertThat(theirs.eventsUpTo(last))
                        .as(room)
                        .containsExactly("ReplyAdded", "AttachmentsAdded", "ReplyAdded");
                assertThat(agents.eventsUpTo(last))
                        .as(room)
                        .containsExactly(
                                "NoteAdded",
                                "AttachmentsAdded",
                                "ReplyAdded",
                                "AttachmentsAdded",
                                "MessageRedacted",
                                "ReplyAdded");
            }
        }
    }

    /** Of a requester's ticket, in their organisation, who may join its rooms. */
    static Stream<Arguments> whoMayJoin() {
        return Stream.of(
                Arguments.of(Role.REQUESTER, Set.of("queue:status=open", "person:me")),
                Arguments.of(Role.AGENT, everywhere()),
                Arguments.of(Role.LEAD, everywhere()),
                Arguments.of(Role.ADMIN, everywhere()),
                Arguments.of(Role.AUDITOR, everywhere()));
    }

    private static Set<String> everywhere() {
        return Set.of("queue:status=open", "person:me", "ticket", "person", "article", "dashboard");
    }

    @ParameterizedTest
    @MethodSource("whoMayJoin")
    void rooms_let_in_whom_the_lists_would_show_it(Role role, Set<String> allowed) {
        Someone owner = Someone.ofNewOrganisation(Role.REQUESTER);
        Tickets.register(platform, owner, "Rita");
        Someone caller = owner.colleague(role);
        Someone editor = owner.colleague(Role.AGENT);
        UUID ticket = Tickets.ticket(owner, "Rita's").open(platform);
        UUID article = Articles.article(editor, "How to").publish(platform);
        try (LiveClient client = connect(caller)) {
            for (String room : everywhere()) {
                String name =
                        switch (room) {
                            case "ticket" -> ticketRoom(ticket);
                            case "person" -> "person:" + owner.person();
                            case "person:me" -> "person:" + caller.person();
                            case "article" -> "article:" + article;
                            default -> room;
                        };
                JsonNode answer = client.join(name);
                assertThat(answer.path("type").asString())
                        .as("%s: %s", room, answer)
                        .isEqualTo(allowed.contains(room) ? "joined" : "refused");
                if (!allowed.contains(room)) {
                    assertThat(answer.path("rule").asString())
                            .isEqualTo(room.equals("ticket") ? "room-not-found" : "role-missing");
                }
            }
        }
        try (LiveClient client = connect(owner)) {
            client.mustJoin(ticketRoom(ticket));
        }
        try (LiveClient client = connect(owner.colleague())) {
            assertThat(client.join("queue:").path("rule").asString()).isEqualTo("role-missing");
        }
    }

    @Test
    void nothing_of_another_organisation_is_told() {
        Someone agent = agent();
        Someone stranger = Someone.ofNewOrganisation(Role.ADMIN, Role.AUDITOR);
        Tickets.register(platform, agent, "Ann");
        UUID ticket = Tickets.ticket(agent, "Ours").open(platform);
        UUID article = Articles.article(agent, "Ours").publish(platform);
        UUID theirs = Tickets.ticket(stranger, "Theirs").open(platform);
        try (LiveClient client = connect(stranger)) {
            for (String room :
                    List.of(
                            ticketRoom(ticket),
                            "person:" + agent.person(),
                            "article:" + article,
                            ticketRoom(UUID.randomUUID()))) {
                assertThat(client.join(room).path("rule").asString())
                        .as(room)
                        .isEqualTo("room-not-found");
            }
            client.mustJoin("dashboard");
            client.mustJoin("queue:");

            say(agent, ticket, "Ours alone");
            say(stranger, theirs, "Theirs");

            List<JsonNode> told = List.of(client.next(), client.next());
            assertThat(told)
                    .extracting(message -> message.path("ticket").asString())
                    .containsOnly(theirs.toString());
            assertThat(client.untilPong()).isEmpty();
        }
    }

    @Test
    void what_names_no_room_is_refused_by_its_rule() {
        Map<String, String> rules =
                Map.of(
                        "attic", "wrong-room",
                        "ticket:DK-12", "wrong-room",
                        "dashboard:1", "wrong-room",
                        "queue", "wrong-room",
                        "queue:status=asleep", "wrong-parameter",
                        "queue:sort=number", "wrong-parameter",
                        "queue:subject=%zz", "wrong-parameter");
        try (LiveClient client = connect(agent())) {
            rules.forEach((room, rule) -> {
                JsonNode answer = client.join(room);
                assertThat(answer.path("type").asString()).as(room).isEqualTo("refused");
                assertThat(answer.path("room").asString()).isEqualTo(room);
                assertThat(answer.path("rule").asString()).as(answer.toString()).isEqualTo(rule);
            });
            IntStream.range(0, 50).forEach(i -> client.mustJoin("queue:subject=" + i));
            assertThat(client.join("queue:subject=50").path("rule").asString())
                    .isEqualTo("too-many-rooms");
            client.say(Map.of("type", "leave", "room", "queue:subject=0"));
            assertThat(client.next().path("rule").asString()).isEqualTo("asked");
            client.mustJoin("queue:subject=50");
        }
    }

    @Test
    void who_loses_a_role_leaves_the_rooms_that_went_with_it() {
        Someone agent = Someone.ofNewOrganisation(Role.AGENT, Role.REQUESTER);
        Someone colleague = agent.colleague(Role.AGENT);
        Tickets.register(platform, agent, "Ann");
        UUID ticket = Tickets.ticket(colleague, "Of somebody else").open(platform);
        try (LiveClient client = connect(agent);
                LiveClient beside = connect(colleague)) {
            client.mustJoin(ticketRoom(ticket));
            beside.mustJoin(ticketRoom(ticket));

            platform.append(
                    colleague,
                    agent.person().value(),
                    new RolesChanged(agent.person(), agent.roles(), Set.of(Role.REQUESTER)));
            say(colleague, ticket, "Not for Ann any more");

            JsonNode left = client.next();
            assertThat(left.path("type").asString()).isEqualTo("left");
            assertThat(left.path("rule").asString()).isEqualTo("role-missing");
            assertThat(beside.next().path("event").asString()).isEqualTo("ReplyAdded");
            assertThat(client.untilPong()).isEmpty();
            assertThat(client.join(ticketRoom(ticket)).path("rule").asString())
                    .isEqualTo("room-not-found");
        }
        try (LiveClient withOldToken = connect(agent)) {
            assertThat(withOldToken.join("dashboard").path("rule").asString())
                    .isEqualTo("role-missing");
        }
    }

    @Test
    void who_is_deactivated_is_told_no_more() {
        Someone agent = agent();
        Tickets.register(platform, agent, "Ann");
        try (LiveClient client = connect(agent)) {
            client.mustJoin("dashboard");

            platform.append(
                    agent.colleague(Role.ADMIN),
                    agent.person().value(),
                    new PersonDeactivated(agent.person(), "Has left"));

            assertThat(client.code()).isEqualTo(4003);
        }
        try (LiveClient again = LiveClient.open(platform.node())) {
            again.say(Map.of("type", "hello", "token", platform.token(agent)));
            assertThat(again.code()).isEqualTo(4003);
        }
    }

    @Test
    void a_person_is_told_of_what_concerns_them() {
        Someone requester = Someone.ofNewOrganisation(Role.REQUESTER);
        Someone agent = requester.colleague(Role.AGENT);
        UUID others = Tickets.ticket(requester.colleague(Role.REQUESTER), "Other").open(platform);
        try (LiveClient client = connect(agent)) {
            client.mustJoin("person:" + agent.person());
            platform.append(
                    requester,
                    others,
                    new TicketEvent.WatcherAdded(new TicketId(others), agent.person()));
            say(requester, others, "Does not name the agent");
            say(agent, others, "By the agent");

            assertThat(client.eventsUpTo(platform.head()))
                    .containsExactly("WatcherAdded", "ReplyAdded");
        }
    }

    @Test
    void who_comes_back_is_told_of_all_that_was_missed_without_a_double() throws Exception {
        Someone agent = agent();
        UUID ticket = Tickets.ticket(agent, "Busy").open(platform);
        long first = platform.head();
        int batches = 60;
        String[] bodies = IntStream.range(0, 50).mapToObj(i -> "n" + i).toArray(String[]::new);
        CompletableFuture<Void> writing =
                CompletableFuture.runAsync(
                        () -> IntStream.range(0, batches).forEach(_ -> say(agent, ticket, bodies)));

        List<Long> told = new ArrayList<>();
        long seen = first;
        while (told.size() < batches * bodies.length) {
            try (LiveClient client = connect(agent)) {
                client.resume(ticketRoom(ticket), seen);
                for (int i = 0; i < 137 && told.size() < batches * bodies.length; ) {
                    JsonNode message = client.next();
                    if (message.path("type").asString().equals("event")) {
                        seen = message.path("position").asLong();
                        told.add(seen);
                        i++;
                    }
                }
            }
        }
        writing.get();

        List<Long> happened =
                platform.eventsAfter(first).stream()
                        .filter(event -> event.stream().equals(ticket))
                        .map(event -> event.position())
                        .toList();
        assertThat(told).isEqualTo(happened).hasSize(batches * bodies.length);
    }

    @Test
    void who_missed_too_much_reads_anew() {
        Someone agent = agent();
        UUID ticket = Tickets.ticket(agent, "Long ago").open(platform);
        long before = platform.head();
        UUID other = Tickets.ticket(agent, "Very busy").open(platform);
        String[] bodies = IntStream.range(0, 2_500).mapToObj(i -> "n" + i).toArray(String[]::new);
        IntStream.range(0, 4).forEach(_ -> say(agent, other, bodies));
        try (LiveClient client = connect(agent)) {
            await().until(() -> position(client) >= platform.head());

            client.resume(ticketRoom(ticket), before);

            assertThat(client.next().path("type").asString()).isEqualTo("reset");
            assertThat(client.next().path("type").asString()).isEqualTo("joined");
        }
    }

    private static long position(LiveClient client) {
        client.say(Map.of("type", "ping"));
        return client.next().path("position").asLong();
    }

    @Test
    void a_client_that_does_not_read_is_dropped_and_others_are_served() throws Exception {
        Someone agent = agent();
        UUID ticket = Tickets.ticket(agent, "Busy").open(platform);
        String[] bodies = IntStream.range(0, 100).mapToObj(i -> "n" + i).toArray(String[]::new);
        try (Socket slow = new Socket();
                LiveClient reading = connect(agent)) {
            slow.setReceiveBufferSize(4_096);
            handshake(slow);
            write(slow, "{\"type\":\"hello\",\"token\":\"%s\"}".formatted(platform.token(agent)));
            for (int room = 0; room < 50; room++) {
                write(slow, "{\"type\":\"join\",\"room\":\"queue:subject=%d\"}".formatted(room));
            }
            double before = dropped();
            await().until(() -> joined() >= 50);
            reading.mustJoin(ticketRoom(ticket));

            for (int batch = 0; batch < 30; batch++) {
                say(agent, ticket, bodies);
                assertThat(reading.eventsUpTo(platform.head())).hasSize(bodies.length);
            }

            await().untilAsserted(() -> assertThat(dropped()).isEqualTo(before + 1));
            assertThat(codeAtTheEndOf(slow)).isIn(4008, -1);
            assertThat(reading.hasEnded()).isFalse();
        }
    }

    /** How many rooms the connections of the platform are in; no other test runs beside this. */
    private double joined() {
        return platform.bean(Rooms.class).memberships();
    }

    private double dropped() {
        return platform.bean(MeterRegistry.class).counter("docket.live.dropped").count();
    }

    private void handshake(Socket socket) throws IOException {
        int port =
                platform.node()
                        .getEnvironment()
                        .getRequiredProperty("local.server.port", Integer.class);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        socket.setSoTimeout(30_000);
        String request =
                """
                GET /api/v1/live HTTP/1.1\r
                Host: 127.0.0.1:%d\r
                Connection: Upgrade\r
                Upgrade: websocket\r
                Sec-WebSocket-Version: 13\r
                Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
                \r
                """
                        .formatted(port);
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        InputStream in = socket.getInputStream();
        StringBuilder answer = new StringBuilder();
        while (!answer.toString().endsWith("\r\n\r\n")) {
            answer.append((char) in.read());
        }
        assertThat(answer.toString()).startsWith("HTTP/1.1 101");
    }

    /** A text frame with a mask of zeros, as clients have to mask. */
    private static void write(Socket socket, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        byte[] frame = new byte[8 + bytes.length];
        frame[0] = (byte) 0x81;
        frame[1] = (byte) (0x80 | 126);
        frame[2] = (byte) (bytes.length >> 8);
        frame[3] = (byte) bytes.length;
        System.arraycopy(bytes, 0, frame, 8, bytes.length);
        socket.getOutputStream().write(frame);
    }

    /** Reads frames to the end; -1 if the connection was cut before a close frame came through. */
    private static int codeAtTheEndOf(Socket socket) {
        try {
            InputStream in = socket.getInputStream();
            for (int first = in.read(); first >= 0; first = in.read()) {
                int length = in.read() & 0x7f;
                if (length == 126) {
                    length = (in.read() << 8) | in.read();
                }
                byte[] payload = in.readNBytes(length);
                if ((first & 0x0f) == 8) {
                    return ((payload[0] & 0xff) << 8) | (payload[1] & 0xff);
                }
            }
            return -1;
        } catch (IOException cut) {
            return -1;
        }
    }

    @Test
    void a_node_that_is_full_says_so_at_the_handshake() {
        Someone agent = agent();
        try (ConfigurableApplicationContext node =
                platform.anotherNode("--docket.live.connections=1")) {
            try (LiveClient only = LiveClient.signedIn(node, platform.token(agent))) {
                only.mustJoin("dashboard");

                assertThat(refusal(() -> LiveClient.open(node))).isEqualTo(503);
            }
            await().untilAsserted(() -> LiveClient.open(node).close());
        }
    }

    private static int refusal(Runnable handshake) {
        Throwable failure = catchThrowable(handshake::run);
        if (failure != null && failure.getCause() instanceof WebSocketHandshakeException refused) {
            return refused.getResponse().statusCode();
        }
        throw new AssertionError("The handshake was not refused", failure);
    }

    @Test
    void those_who_have_not_said_who_they_are_are_counted_by_address() {
        Connections connections = platform.bean(Connections.class);
        await().until(() -> connections.count() == 0);
        List<Connection> strangers =
                IntStream.range(0, Connections.MOST_STRANGERS)
                        .mapToObj(_ -> stranger("127.0.0.1"))
                        .toList();
        Connection elsewhere = stranger("192.0.2.7");
        try {
            assertThat(strangers).allMatch(connections::add);
            assertThat(connections.add(stranger("127.0.0.1"))).isFalse();
            assertThat(connections.add(elsewhere)).isTrue();
            assertThat(refusal(() -> LiveClient.open(platform.node()))).isEqualTo(429);

            connections.recognise(strangers.getFirst());
            LiveClient.open(platform.node()).close();
        } finally {
            strangers.forEach(connections::remove);
            connections.remove(elsewhere);
        }
        await().until(() -> connections.count() == 0);
    }

    private static Connection stranger(String address) {
        Outbound.Bounds bounds = new Outbound.Bounds(10, 100);
        return new Connection(
                new Outbound(new Nobody(), bounds, () -> {}),
                address,
                address + " test",
                System.nanoTime());
    }

    /** Reads all and says nothing. */
    private static final class Nobody implements Outbound.Wire {
        @Override
        public void send(String text) {}

        @Override
        public void ping() {}

        @Override
        public void close(Ending ending) {}
    }

    @Test
    void pages_of_other_sites_do_not_connect() {
        String port = platform.node().getEnvironment().getRequiredProperty("local.server.port");

        assertThat(
                        refusal(() ->
                                LiveClient.open(platform.node(), "Origin", "https://evil.example")))
                .isEqualTo(403);
        LiveClient.open(platform.node(), "Origin", "http://127.0.0.1:" + port).close();
        Answer plain = platform.send(platform.requestWithoutToken("/api/v1/live"));
        assertThat(plain.status()).isEqualTo(426);
        assertThat(plain.body().path("rule").asString()).isEqualTo("upgrade-required");
    }

    static Stream<String> senseless() {
        return Stream.of(
                "",
                "hello",
                "null",
                "[]",
                "7",
                "{}",
                "{\"type\": \"dance\"}",
                "{\"type\": \"join\"}",
                "{\"type\": \"join\", \"room\": 7}",
                "{\"type\": \"join\", \"room\": \"dashboard\", \"resumeFrom\": -1}",
                "{\"type\": \"join\", \"room\": \"dashboard\", \"resumeFrom\": \"now\"}",
                "{\"type\": \"join\", \"room\": \"dashboard\"} trailing",
                "{\"type\": \"hello\", \"token\": \"again\"}",
                "{\"type\":".repeat(800));
    }

    @ParameterizedTest
    @MethodSource("senseless")
    void what_makes_no_sense_ends_the_connection(String text) {
        try (LiveClient client = connect(agent())) {
            client.sayText(text);

            assertThat(client.code()).isEqualTo(4010);
        }
    }

    @Test
    void who_says_too_much_at_once_is_cut_off() {
        try (LiveClient client = connect(agent());
                LiveClient shouting = connect(agent());
                LiveClient talking = connect(agent())) {
            client.sayText("{\"type\":\"join\",\"room\":\"" + "x".repeat(9_000) + "\"}");
            assertThat(client.code()).isEqualTo(1009);
            talking.sayBytes(new byte[] {1, 2, 3});
            assertThat(talking.code()).isEqualTo(1003);
            Throwable _ =
                    catchThrowable(() ->
                            IntStream.range(0, 2_000)
                                    .forEach(_ -> shouting.say(Map.of("type", "ping"))));
            assertThat(shouting.code()).isEqualTo(4010);
        }
    }

    @Test
    void nobody_is_told_anything_before_they_have_said_who_they_are() {
        try (LiveClient rash = LiveClient.open(platform.node());
                LiveClient forger = LiveClient.open(platform.node());
                LiveClient silent = LiveClient.open(platform.node())) {
            rash.say(Map.of("type", "join", "room", "dashboard"));
            forger.say(Map.of("type", "hello", "token", "forged"));

            assertThat(rash.code()).isEqualTo(4001);
            assertThat(forger.code()).isEqualTo(4001);
            assertThat(silent.code()).isEqualTo(4001);
        }
    }

    @Test
    void a_connection_lasts_as_long_as_its_token_or_the_next() {
        Someone agent = agent();
        String old = tokenThatRunsOutIn(Duration.ofSeconds(10), agent);
        try (LiveClient ends = LiveClient.signedIn(platform.node(), old);
                LiveClient stays = LiveClient.signedIn(platform.node(), old);
                LiveClient swaps = LiveClient.signedIn(platform.node(), old)) {
            stays.say(Map.of("type", "token", "token", platform.token(agent)));
            swaps.say(
                    Map.of("type", "token", "token", platform.token(agent.colleague(Role.ADMIN))));

            assertThat(swaps.code()).isEqualTo(4001);
            assertThat(ends.code()).isEqualTo(4002);
            stays.mustJoin("dashboard");
        }
    }

    private String tokenThatRunsOutIn(Duration left, Someone person) {
        Clock then =
                Clock.fixed(
                        Clock.systemUTC().instant().minus(Tokens.ACCESS).plus(left),
                        ZoneOffset.UTC);
        return new Tokens(platform.bean(SigningKeys.class), then)
                .access(person.person(), person.tenant(), person.roles());
    }

    @Test
    void every_node_tells_the_same_and_a_node_that_stops_sends_its_clients_on() {
        Someone agent = agent();
        UUID ticket = Tickets.ticket(agent, "Seen from two nodes").open(platform);
        try (ConfigurableApplicationContext node = platform.anotherNode();
                LiveClient here = connect(agent);
                LiveClient there = LiveClient.signedIn(node, platform.token(agent))) {
            here.mustJoin(ticketRoom(ticket));
            there.mustJoin(ticketRoom(ticket));

            say(agent, ticket, "One", "Two");

            for (int i = 0; i < 2; i++) {
                assertThat(there.next()).isEqualTo(here.next());
            }
            stop(node);
            assertThat(there.next().path("type").asString()).isEqualTo("moveOn");
            assertThat(there.code()).isEqualTo(1012);
            assertThat(here.untilPong()).isEmpty();
        }
    }

    private static void stop(ConfigurableApplicationContext node) {
        node.close();
    }

    @Test
    void those_who_work_on_a_ticket_see_one_another_there() {
        Someone requester = Someone.ofNewOrganisation(Role.REQUESTER);
        Someone ann = requester.colleague(Role.AGENT);
        Someone ben = requester.colleague(Role.AGENT);
        Tickets.register(platform, ann, "Ann");
        UUID ticket = Tickets.ticket(requester, "Looked at").open(platform);
        String room = ticketRoom(ticket);
        try (LiveClient owner = connect(requester);
                LiveClient anns = connect(ann)) {
            owner.mustJoin(room);
            anns.mustJoin(room);
            JsonNode alone = anns.presence(message -> message.path("people").size() == 1);
            assertThat(alone.path("people").path(0).path("name").asString()).isEqualTo("Ann");
            try (LiveClient bens = connect(ben)) {
                bens.mustJoin(room);
                bens.say(Map.of("type", "presence", "room", room, "writing", true));
                anns.presence(message -> writes(message, ben));
                bens.say(Map.of("type", "presence", "room", room, "writing", false));
                anns.presence(message -> !writes(message, ben));
            }
            anns.presence(message -> message.path("people").size() == 1);
            owner.say(Map.of("type", "ping"));
            assertThat(owner.nextOfAll().path("type").asString()).isEqualTo("pong");
        }
    }

    private static boolean writes(JsonNode presence, Someone person) {
        return presence.path("people")
                .valueStream()
                .anyMatch(shown ->
                        shown.path("person").asString().equals(person.person().toString())
                                && shown.path("writing").asBoolean());
    }
}
