package dev.docket.benchmark.live;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Thousands of clients that look, each in one room. One thread reads for all of them into one
 * buffer, so that what they cost is little beside what they cost the node.
 */
final class Watchers implements AutoCloseable {

    private static final int TEXT = 1;
    private static final char CLOSE = 0x88;
    private static final int PING = 9;
    private static final int LENGTH = 0x7f;
    private static final int TWO_BYTES = 126;
    private static final int EIGHT_BYTES = 127;
    private static final int BUFFER = 1 << 20;

    /** Handshakes at once: each takes the node a look at the log. */
    private static final int HANDSHAKES = 32;

    private static final Pattern POSITION = Pattern.compile("\"position\":(\\d+)");
    private static final Duration LONGEST_END = Duration.ofSeconds(10);

    private final InetSocketAddress node;
    private final IntFunction<String> tokens;
    private final Selector selector;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
    private final ConcurrentLinkedQueue<Watcher> arrived = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Receipt> receipts = new ConcurrentLinkedQueue<>();
    private final List<SocketChannel> channels = new ArrayList<>();
    private final Thread reading;
    private volatile boolean closed;

    /**
     * That somebody was told.
     *
     * @param at by {@link System#nanoTime}
     */
    record Receipt(long position, long at) {}

    /** A client, with the beginning of a frame whose end has not come yet. */
    private static final class Watcher {
        private final SocketChannel channel;
        private byte[] rest = new byte[0];

        Watcher(SocketChannel channel) {
            this.channel = channel;
        }
    }

    /**
     * @param tokens what each of them signs in with, by its number
     */
    Watchers(InetSocketAddress node, IntFunction<String> tokens) {
        this.node = node;
        this.tokens = tokens;
        try {
            this.selector = Selector.open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.reading = Thread.ofPlatform().daemon().name("watchers").start(this::read);
    }

    /** Lets one client into each room, and comes back when all are in. */
    void join(List<String> rooms) throws InterruptedException {
        Semaphore free = new Semaphore(HANDSHAKES);
        List<Thread> joining = new ArrayList<>();
        ConcurrentLinkedQueue<RuntimeException> failures = new ConcurrentLinkedQueue<>();
        for (int number = 0; number < rooms.size(); number++) {
            String room = rooms.get(number);
            String token = tokens.apply(number);
            free.acquire();
            joining.add(
                    Thread.ofVirtual()
                            .start(() -> {
                                try {
                                    join(room, token);
                                } catch (IOException failed) {
                                    failures.add(new UncheckedIOException(failed));
                                } finally {
                                    free.release();
                                }
                            }));
        }
        for (Thread thread : joining) {
            thread.join();
        }
        @Nullable RuntimeException failure = failures.peek();
        if (failure != null) {
            throw failure;
        }
    }

    private void join(String room, String token) throws IOException {
        SocketChannel channel = SocketChannel.open(node);
        synchronized (channels) {
            channels.add(channel);
        }
        channel.write(
                ByteBuffer.wrap(
                        """
                        GET /api/v1/live HTTP/1.1\r
                        Host: %s:%d\r
                        Connection: Upgrade\r
                        Upgrade: websocket\r
                        Sec-WebSocket-Version: 13\r
                        Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
                        \r
                        """
                                .formatted(node.getHostString(), node.getPort())
                                .getBytes(StandardCharsets.US_ASCII)));
        readUntil(channel, "\r\n\r\n");
        say(channel, "{\"type\":\"hello\",\"token\":\"%s\"}".formatted(token));
        readUntil(channel, "\"welcome\"");
        say(channel, "{\"type\":\"join\",\"room\":\"%s\"}".formatted(room));
        readUntil(channel, "\"joined\"");
        channel.configureBlocking(false);
        arrived.add(new Watcher(channel));
        selector.wakeup();
    }

    /**
     * Reads what is said before the room is joined. A frame ends with its braces: what is read too
     * much would be a message of the room, which no command has been sent to yet.
     */
    private static void readUntil(SocketChannel channel, String expected) throws IOException {
        StringBuilder said = new StringBuilder();
        ByteBuffer some = ByteBuffer.allocate(1_024);
        while (said.indexOf(expected) < 0
                || (!expected.startsWith("\r") && said.charAt(said.length() - 1) != '}')) {
            if (channel.read(some.clear()) < 0) {
                throw new EOFException("The node has hung up: " + said);
            }
            said.append(StandardCharsets.ISO_8859_1.decode(some.flip()));
            if (said.charAt(0) == CLOSE) {
                throw new EOFException("The node refuses: " + said);
            }
        }
    }

    /** A frame with a mask of zeros. */
    private static void say(SocketChannel channel, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ByteBuffer frame = ByteBuffer.allocate(bytes.length + 8);
        frame.put((byte) 0x81).put((byte) (0x80 | TWO_BYTES)).putShort((short) bytes.length);
        frame.putInt(0).put(bytes).flip();
        channel.write(frame);
    }

    private void read() {
        try {
            while (!closed) {
                selector.select(key -> read(key));
                for (Watcher next = arrived.poll(); next != null; next = arrived.poll()) {
                    next.channel.register(selector, SelectionKey.OP_READ, next);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(SelectionKey key) {
        if (key.attachment() instanceof Watcher watcher) {
            try {
                buffer.clear().put(watcher.rest);
                if (watcher.channel.read(buffer) < 0) {
                    key.cancel();
                    return;
                }
                long now = System.nanoTime();
                buffer.flip();
                take(watcher.channel, now);
                watcher.rest = new byte[buffer.remaining()];
                buffer.get(watcher.rest);
            } catch (IOException cut) {
                key.cancel();
            }
        }
    }

    private void take(SocketChannel channel, long now) throws IOException {
        for (int start = buffer.position(); buffer.remaining() >= 2; start = buffer.position()) {
            int kind = buffer.get() & 0x0f;
            long length = buffer.get() & LENGTH;
            int more = length == TWO_BYTES ? 2 : length == EIGHT_BYTES ? 8 : 0;
            if (buffer.remaining() < more) {
                buffer.position(start);
                return;
            }
            if (more > 0) {
                length = more == 2 ? buffer.getShort() & 0xffff : buffer.getLong();
            }
            if (buffer.remaining() < length) {
                buffer.position(start);
                return;
            }
            byte[] payload = new byte[(int) length];
            buffer.get(payload);
            if (kind == PING) {
                channel.write(ByteBuffer.wrap(new byte[] {(byte) 0x8a, (byte) 0x80, 0, 0, 0, 0}));
            } else if (kind == TEXT) {
                note(new String(payload, StandardCharsets.UTF_8), now);
            }
        }
    }

    private void note(String message, long now) {
        Matcher position = POSITION.matcher(message);
        if (message.startsWith("{\"type\":\"event\"") && position.find()) {
            receipts.add(new Receipt(Long.parseLong(position.group(1)), now));
        }
    }

    /** What was received so far, and is forgotten with this. */
    List<Receipt> takeReceipts() {
        List<Receipt> taken = new ArrayList<>();
        for (Receipt next = receipts.poll(); next != null; next = receipts.poll()) {
            taken.add(next);
        }
        return taken;
    }

    @Override
    public void close() {
        closed = true;
        selector.wakeup();
        try {
            reading.join(LONGEST_END);
            synchronized (channels) {
                for (SocketChannel channel : channels) {
                    channel.close();
                }
            }
            selector.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
