package dev.docket.query;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An endpoint that makes vectors of words: each stands for a direction, and those that mean the
 * same for one, so that texts without a word in common are near to one another.
 */
public final class EmbeddingServer implements AutoCloseable {

    public static final int DIMENSIONS = 512;

    /** A text with it is refused. */
    public static final String REFUSED = "unembeddable";

    /** A text with it is never answered, nor are those that are sent with it. */
    public static final String LATE = "everlasting";

    private static final Map<String, String> MEANINGS =
            Map.ofEntries(
                    Map.entry("cannot", "fails"),
                    Map.entry("log", "signin"),
                    Map.entry("sign", "signin"),
                    Map.entry("on", ""),
                    Map.entry("in", ""),
                    Map.entry("the", ""),
                    Map.entry("described", ""));

    /** How the endpoint behaves. */
    public enum Mood {
        WELL,
        UNAVAILABLE,
        SILENT,
        ENDING,
        OTHER_DIMENSIONS,
        NOT_A_NUMBER,
        TOO_FEW,
        HTML,
        HUGE
    }

    private final JsonMapper json = JsonMapper.builder().build();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;
    private final List<String> texts = new CopyOnWriteArrayList<>();
    private volatile Mood mood = Mood.WELL;
    private volatile CountDownLatch silence = new CountDownLatch(1);

    public EmbeddingServer() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/v1/embeddings", this::answer);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:%d/v1/embeddings".formatted(server.getAddress().getPort());
    }

    public void behave(Mood other) {
        CountDownLatch over = silence;
        silence = new CountDownLatch(1);
        mood = other;
        over.countDown();
    }

    private void awaitOtherMood() {
        try {
            silence.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** How often vectors of texts that say something were asked for. */
    public long asked(String part) {
        return texts.stream().filter(text -> text.contains(part)).count();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode request = json.readTree(exchange.getRequestBody().readAllBytes());
            List<String> input =
                    request.path("input").valueStream().map(JsonNode::asString).toList();
            texts.addAll(input);
            switch (mood) {
                case UNAVAILABLE -> send(exchange, 503, "");
                case SILENT -> awaitOtherMood();
                case ENDING -> {
                    // Whoever asked gets nothing but the end of the connection.
                }
                case HTML -> send(exchange, 200, "<html><body>It works!</body></html>");
                case HUGE -> send(exchange, 200, " ".repeat(32 << 20));
                case WELL, OTHER_DIMENSIONS, NOT_A_NUMBER, TOO_FEW -> vectors(exchange, input);
            }
        }
    }

    private void vectors(HttpExchange exchange, List<String> input) throws IOException {
        if (input.stream().anyMatch(text -> text.contains(REFUSED))) {
            send(exchange, 422, "{\"error\": \"refused\"}");
            return;
        }
        if (input.stream().anyMatch(text -> text.contains(LATE))) {
            awaitOtherMood();
            return;
        }
        List<Map<String, Object>> data = new ArrayList<>();
        for (int index = input.size() - 1; index >= 0; index--) {
            data.add(Map.of("index", index, "embedding", numbers(input.get(index))));
        }
        if (mood == Mood.TOO_FEW) {
            data.removeFirst();
        }
        send(exchange, 200, json.writeValueAsString(Map.of("data", data)));
    }

    private List<Object> numbers(String text) {
        float[] vector = vector(text);
        List<Object> numbers = new ArrayList<>();
        for (float number : vector) {
            numbers.add(number);
        }
        if (mood == Mood.OTHER_DIMENSIONS) {
            numbers.removeLast();
        } else if (mood == Mood.NOT_A_NUMBER) {
            numbers.set(0, "NaN");
        }
        return numbers;
    }

    /** Of a text without a word, the direction of no word. */
    private static float[] vector(String text) {
        float[] vector = new float[DIMENSIONS];
        vector[0] = 0.01f;
        for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1)) {
            String meaning = MEANINGS.getOrDefault(word, word);
            if (!meaning.isEmpty()) {
                vector[1 + Math.floorMod(meaning.hashCode() * 31, DIMENSIONS - 1)] += 1;
            }
        }
        return vector;
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        behave(Mood.ENDING);
        server.stop(0);
        threads.close();
    }
}
