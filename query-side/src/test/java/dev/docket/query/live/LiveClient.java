package dev.docket.query.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client as a page has it. */
final class LiveClient implements AutoCloseable {

    private static final long PATIENCE = 20;
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final BlockingQueue<JsonNode> messages = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> ended = new CompletableFuture<>();
    private final WebSocket socket;

    private LiveClient(URI address, String... headers) {
        WebSocket.Builder builder = HTTP.newWebSocketBuilder();
        for (int i = 0; i < headers.length; i += 2) {
            builder.header(headers[i], headers[i + 1]);
        }
        socket = builder.buildAsync(address, new Listener()).join();
    }

    private final class Listener implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(
                WebSocket webSocket, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                messages.add(JSON.readTree(text.toString()));
                text.setLength(0);
            }
            webSocket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(
                WebSocket webSocket, int statusCode, String reason) {
            ended.complete(statusCode);
            return null;
        }

        @Override
        public void onError(WebSocket webSocket, Throwable error) {
            ended.completeExceptionally(error);
        }
    }

    /** Opens a connection that has not said who it is. */
    static LiveClient open(ConfigurableApplicationContext node, String... headers) {
        String port = node.getEnvironment().getRequiredProperty("local.server.port");
        return new LiveClient(URI.create("ws://127.0.0.1:" + port + "/api/v1/live"), headers);
    }

    /** Opens a connection and says who it is. */
    static LiveClient signedIn(ConfigurableApplicationContext node, String token) {
        LiveClient client = open(node);
        client.say(Map.of("type", "hello", "token", token));
        assertThat(client.next().path("type").asString()).isEqualTo("welcome");
        return client;
    }

    void say(Map<String, ?> message) {
        sayText(JSON.writeValueAsString(message));
    }

    void sayText(String text) {
        socket.sendText(text, true).join();
    }

    void sayBytes(byte[] bytes) {
        socket.sendBinary(ByteBuffer.wrap(bytes), true).join();
    }

    /** Asks to be let in and answers what the node says to it. */
    JsonNode join(String room) {
        say(Map.of("type", "join", "room", room));
        return next();
    }

    void resume(String room, long position) {
        Map<String, Object> join = new HashMap<>();
        join.put("type", "join");
        join.put("room", room);
        join.put("resumeFrom", position);
        say(join);
    }

    void mustJoin(String room) {
        JsonNode answer = join(room);
        assertThat(answer.path("type").asString()).as(answer.toString()).isEqualTo("joined");
    }

    /** The next message, whatever it is but presence. */
    JsonNode next() {
        JsonNode message = nextOfAll();
        return message.path("type").asString().equals("presence") ? next() : message;
    }

    JsonNode nextOfAll() {
        try {
            JsonNode message = messages.poll(PATIENCE, TimeUnit.SECONDS);
            if (message == null) {
                throw new AssertionError("Nothing was said for %d s".formatted(PATIENCE));
            }
            return message;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The presence of a room, as soon as it is as it should be. */
    JsonNode presence(Predicate<JsonNode> expected) {
        JsonNode message = nextOfAll();
        while (!message.path("type").asString().equals("presence") || !expected.test(message)) {
            message = nextOfAll();
        }
        return message;
    }

    /** The names of events that were told up to one, it included. */
    List<String> eventsUpTo(long position) {
        List<String> names = new ArrayList<>();
        JsonNode message = next();
        while (message.path("position").asLong() < position) {
            names.add(message.path("event").asString());
            message = next();
        }
        names.add(message.path("event").asString());
        return names;
    }

    /** All that was told before the node answers a ping. */
    List<JsonNode> untilPong() {
        say(Map.of("type", "ping"));
        List<JsonNode> told = new ArrayList<>();
        for (JsonNode message = next();
                !message.path("type").asString().equals("pong");
                message = next()) {
            told.add(message);
        }
        return told;
    }

    /** The code with which the connection ended. */
    int code() {
        return ended.orTimeout(PATIENCE, TimeUnit.SECONDS).join();
    }

    boolean hasEnded() {
        return ended.isDone();
    }

    @Override
    public void close() {
        socket.abort();
    }
}
