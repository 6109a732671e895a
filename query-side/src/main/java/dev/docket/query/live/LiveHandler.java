package dev.docket.query.live;

import dev.docket.edge.AccessTokens;
import dev.docket.edge.AccessTokens.Access;
import dev.docket.edge.Caller;
import dev.docket.log.LogReader;
import dev.docket.query.live.Admission.Granted;
import dev.docket.query.live.Admission.Refused;
import dev.docket.query.live.ClientMessage.Hello;
import dev.docket.query.live.ClientMessage.Join;
import dev.docket.query.live.ClientMessage.Leave;
import dev.docket.query.live.ClientMessage.Ping;
import dev.docket.query.live.ClientMessage.Presence;
import dev.docket.query.live.ClientMessage.Token;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PingMessage;
import org.springframework.web.socket.PongMessage;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.adapter.NativeWebSocketSession;
import org.springframework.web.socket.handler.TextWebSocketHandler;

/** Does what clients ask for. The messages of one client come one after another. */
final class LiveHandler extends TextWebSocketHandler {

    static final String ADDRESS = "docket.address";
    static final String ORIGIN = "docket.origin";

    private static final String CONNECTION = "docket.connection";
    private static final Outbound.Bounds BOUNDS = new Outbound.Bounds(10_000, 4 << 20);

    /** So long one write may wait for a client that does not read. */
    private static final Duration LONGEST_WRITE = Duration.ofSeconds(10);

    private static final String LONGEST_WRITE_OF_TOMCAT =
            "org.apache.tomcat.websocket.BLOCKING_SEND_TIMEOUT";

    private final Connections connections;
    private final Rooms rooms;
    private final Doorkeeper doorkeeper;
    private final AccessTokens tokens;
    private final LogReader log;
    private final ServerMessages messages;
    private final ClientMessage.Reader reader = new ClientMessage.Reader();
    private final Counter sent;
    private final Counter dropped;

    LiveHandler(
            Connections connections,
            Rooms rooms,
            AccessTokens tokens,
            LogReader log,
            ServerMessages messages,
            MeterRegistry metrics) {
        this.connections = connections;
        this.rooms = rooms;
        this.doorkeeper = new Doorkeeper(log);
        this.tokens = tokens;
        this.log = log;
        this.messages = messages;
        this.sent = metrics.counter("docket.live.messages");
        this.dropped = metrics.counter("docket.live.dropped");
    }

    /** A client's end of the wire. */
    private record Wire(WebSocketSession session, Counter sent) implements Outbound.Wire {
        @Override
        public void send(String text) throws IOException {
            session.sendMessage(new TextMessage(text));
            sent.increment();
        }

        @Override
        public void ping() throws IOException {
            session.sendMessage(new PingMessage(ByteBuffer.allocate(0)));
        }

        @Override
        public void close(Ending ending) throws IOException {
            session.close(ending.status());
        }
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession session) {
        if (session instanceof NativeWebSocketSession wrapped) {
            Session tomcats = wrapped.getNativeSession(Session.class);
            if (tomcats != null) {
                tomcats.getUserProperties().put(LONGEST_WRITE_OF_TOMCAT, LONGEST_WRITE.toMillis());
            }
        }
        Outbound outbound = new Outbound(new Wire(session, sent), BOUNDS, dropped::increment);
        String address = String.valueOf(session.getAttributes().get(ADDRESS));
        String origin = String.valueOf(session.getAttributes().get(ORIGIN));
        Connection connection = new Connection(outbound, address, origin, System.nanoTime());
        session.getAttributes().put(CONNECTION, connection);
        connections.add(connection);
    }

    @Override
    public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
        Connection connection = connection(session);
        connection.outbound().finish();
        rooms.forget(connection);
        connections.remove(connection);
    }

    @Override
    protected void handlePongMessage(WebSocketSession session, PongMessage message) {
        connection(session).heard(System.nanoTime());
    }

    @Override
    protected void handleTextMessage(WebSocketSession session, TextMessage message)
            throws InterruptedException {
        Connection connection = connection(session);
        connection.heard(System.nanoTime());
        Optional<ClientMessage> said = reader.read(message.getPayload());
        if (said.isEmpty() || connection.said() > Connections.MOST_SAID) {
            connection.close(Ending.SENSELESS);
        } else if (!connection.isClosing()) {
            handle(connection, said.get());
        }
    }

    private static Connection connection(WebSocketSession session) {
        if (session.getAttributes().get(CONNECTION) instanceof Connection connection) {
            return connection;
        }
        throw new IllegalStateException("The connection was never established");
    }

    private void handle(Connection connection, ClientMessage said) throws InterruptedException {
        Optional<Caller> caller = connection.caller();
        if (said instanceof Hello hello) {
            if (caller.isEmpty()) {
                hello(connection, hello);
            } else {
                connection.close(Ending.SENSELESS);
            }
        } else if (caller.isEmpty()) {
            connection.close(Ending.NOT_SIGNED_IN);
        } else {
            handle(connection, caller.get(), said);
        }
    }

    private void handle(Connection connection, Caller caller, ClientMessage said)
            throws InterruptedException {
        switch (said) {
            case Hello _ -> throw new IllegalStateException("Said already");
            case Token token -> prolong(connection, caller, token);
            case Join join -> join(connection, caller, join);
            case Leave(String room) ->
                    RoomName.parse(room)
                            .ifPresentOrElse(
                                    name -> rooms.leave(connection, name),
                                    () -> refuse(connection, room));
            case Presence(String room, boolean writing) ->
                    RoomName.parse(room)
                            .ifPresentOrElse(
                                    name -> rooms.writes(connection, name, writing),
                                    () -> refuse(connection, room));
            case Ping _ -> connection.send(messages.pong(rooms.position()));
        }
    }

    /**
     * The connection follows the person's rights before the log is asked for them: what changes in
     * between is heard of one way or the other, or both.
     */
    private void hello(Connection connection, Hello hello) {
        Optional<Access> access = tokens.read(hello.token(), connection.origin());
        if (access.isEmpty()) {
            connection.close(Ending.NOT_SIGNED_IN);
            return;
        }
        UUID person = access.get().caller().person().value();
        connection.signIn(access.get(), tokens.rolesAreOurs(), hello.resumeFrom());
        connections.recognise(connection);
        rooms.follow(connection, person);
        connection.learn(Standing.of(log.readStream(person)));
        rooms.recheck(connection);
        connection.send(messages.welcome(rooms.position()));
    }

    private void prolong(Connection connection, Caller caller, Token token) {
        Optional<Access> access =
                tokens.read(token.token(), connection.origin())
                        .filter(newest -> newest.caller().person().equals(caller.person()))
                        .filter(newest -> newest.caller().tenant().equals(caller.tenant()));
        if (access.isEmpty()) {
            connection.close(Ending.NOT_SIGNED_IN);
            return;
        }
        connection.prolong(access.get());
        rooms.recheck(connection);
    }

    private void join(Connection connection, Caller caller, Join join) throws InterruptedException {
        Optional<RoomName> room = RoomName.parse(join.room());
        if (room.isEmpty()) {
            refuse(connection, join.room());
            return;
        }
        RoomName name = room.get();
        if (rooms.isJoinedAlready(connection, name)) {
            return;
        }
        Admission admission =
                rooms.hasTooMany(connection)
                        ? new Refused(
                                "too-many-rooms",
                                "At most %d rooms at once".formatted(Rooms.MOST_ROOMS))
                        : doorkeeper.admit(caller, name);
        switch (admission) {
            case Refused refused -> connection.send(messages.refused(join.room(), refused));
            case Granted(@Nullable UUID limitedTo) -> {
                Membership membership =
                        new Membership(
                                connection,
                                name,
                                messages.quoted(name.text()),
                                limitedTo,
                                caller.worksOnTickets());
                Long from = join.resumeFrom() == null ? connection.resumeFrom() : join.resumeFrom();
                rooms.join(membership, caller.tenant(), from);
            }
        }
    }

    private void refuse(Connection connection, String room) {
        connection.send(
                messages.refused(
                        room,
                        new Refused(
                                "wrong-room",
                                "A room is ticket:ID, queue:FILTERS, person:ID, dashboard or"
                                        + " article:ID")));
    }
}
