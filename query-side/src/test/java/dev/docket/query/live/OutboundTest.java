package dev.docket.query.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.docket.query.live.Outbound.Bounds;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What waits for a client, and what does not. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@Timeout(30)
class OutboundTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    /** A client that reads as many messages as a test lets it. */
    private static final class Reading implements Outbound.Wire {
        private final Semaphore reads = new Semaphore(0);
        private final List<String> read = new CopyOnWriteArrayList<>();
        private volatile boolean gone;

        @Override
        public void send(String text) throws IOException {
            reads.acquireUninterruptibly();
            if (gone) {
                throw new IOException("Connection reset");
            }
            read.add(text);
        }

        @Override
        public void ping() throws IOException {
            send("ping");
        }

        @Override
        public void close(Ending ending) throws IOException {
            send("close " + ending.status().getCode());
        }
    }

    private final Reading client = new Reading();
    private final AtomicInteger dropped = new AtomicInteger();
    private final Outbound outbound =
            new Outbound(client, new Bounds(10, 100), dropped::incrementAndGet);

    @Test
    void messages_arrive_in_their_order() {
        client.reads.release(1_000);
        List<String> said = IntStream.range(0, 500).mapToObj(Integer::toString).toList();

        for (String text : said) {
            outbound.send(text);
            await().pollDelay(Duration.ZERO).until(() -> client.read.contains(text));
        }

        assertThat(client.read).isEqualTo(said);
        assertThat(dropped).hasValue(0);
    }

    @Test
    void a_client_that_does_not_read_keeps_nobody_waiting_and_is_dropped() throws Exception {
        for (int i = 0; i < 1_000; i++) {
            outbound.send("message " + i);
        }

        assertThat(outbound.isClosing()).isTrue();
        assertThat(dropped).hasValue(1);
        client.reads.release(1_000);
        assertThat(outbound.awaitEnd(LONG)).isTrue();
        assertThat(client.read).last().isEqualTo("close 4008");
        assertThat(client.read).hasSizeLessThan(10);
    }

    @Test
    void few_large_messages_are_too_much_as_well() throws Exception {
        outbound.send("small");
        outbound.send("x".repeat(101));

        client.reads.release(10);
        assertThat(outbound.awaitEnd(LONG)).isTrue();
        assertThat(client.read).last().isEqualTo("close 4008");
    }

    @Test
    void what_waits_is_read_before_the_end() throws Exception {
        outbound.send("first");
        outbound.send("second");
        outbound.close(Ending.MOVE_ON);
        outbound.close(Ending.SILENT);
        outbound.send("too late");
        client.reads.release(10);

        assertThat(outbound.awaitEnd(LONG)).isTrue();
        assertThat(client.read).containsExactly("first", "second", "close 1012");
    }

    @Test
    void pings_let_messages_pass_and_are_not_piled_up() {
        outbound.send("first");
        outbound.ping();
        outbound.ping();
        outbound.send("second");
        client.reads.release(10);

        await().until(() -> client.read.size() == 3);
        assertThat(client.read).containsExactly("first", "second", "ping");
    }

    @Test
    void whoever_works_for_a_client_waits_until_it_has_read() throws Exception {
        for (int i = 0; i < 10; i++) {
            outbound.send("m");
        }
        client.reads.release(10);

        outbound.awaitSpace(LONG);

        assertThat(outbound.isClosing()).isFalse();
        assertThat(client.read).hasSizeGreaterThanOrEqualTo(4);
    }

    @Test
    void a_client_that_went_away_is_not_waited_for() throws Exception {
        outbound.send("never read");
        client.gone = true;
        client.reads.release(1);

        assertThat(outbound.awaitEnd(LONG)).isTrue();
        outbound.send("to nobody");
        assertThat(client.read).isEmpty();
    }
}
