package dev.docket.content;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.content.ContentStore.Due;
import dev.docket.event.attachment.AttachmentId;
import dev.docket.event.attachment.Sha256;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What the store of files promises, whatever holds the bytes. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
abstract class ContentStoreContract {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);

    private final Path incoming;
    private final ObjectStore objects;
    private final int steps;
    private final ContentStore store;

    /**
     * @param directory that is empty and the test's own
     * @param objects an empty medium
     * @param steps how long random walks are, as fast as the medium is
     */
    ContentStoreContract(Path directory, ObjectStore objects, int steps) {
        this.incoming = directory.resolve("incoming");
        this.objects = objects;
        this.steps = steps;
        this.store = new ContentStore(objects, new Workshop(incoming));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static AttachmentId newAttachment() {
        return new AttachmentId(UUID.randomUUID());
    }

    private Sha256 keep(AttachmentId attachment, String content) {
        return keep(attachment, content.getBytes(UTF_8));
    }

    private Sha256 keep(AttachmentId attachment, byte[] content) {
        try (ReceivedFile file = store.receive(new ByteArrayInputStream(content))) {
            store.keep(file, attachment, NOON.plus(DAY));
            return file.sha256();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String read(Sha256 sha256, long first, long count) {
        try (InputStream bytes = store.read(sha256, first, count)) {
            return new String(bytes.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String content(Sha256 sha256) {
        return "content/%.2s/%s".formatted(sha256, sha256);
    }

    private boolean has(Sha256 sha256) {
        return objects.exists(content(sha256));
    }

    /** Files of uploads that have not become content. */
    private List<Path> leftovers() {
        if (!Files.exists(incoming)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(incoming)) {
            return files.filter(file -> file.toString().endsWith(".upload")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void what_was_kept_is_read_whole_and_in_parts() {
        Sha256 sha256 = keep(newAttachment(), "Hello, world");

        assertThat(sha256.value())
                .isEqualTo("4ae7c3b6ac0beff671efa8cf57386151c06e58ca53a78d83f36107316cec125f");
        assertThat(read(sha256, 0, 12)).isEqualTo("Hello, world");
        assertThat(read(sha256, 7, 3)).isEqualTo("wor");
        assertThat(read(sha256, 11, 1)).isEqualTo("d");
        assertThat(leftovers()).isEmpty();
    }

    @Test
    void a_file_of_many_buffers_comes_back_as_it_was() throws IOException {
        byte[] large = new byte[3_000_017];
        new Random(7).nextBytes(large);

        Sha256 sha256 = keep(newAttachment(), large);

        try (InputStream bytes = store.read(sha256, 0, large.length)) {
            assertThat(bytes.readAllBytes()).isEqualTo(large);
        }
    }

    @Test
    void an_upload_that_breaks_off_leaves_nothing() {
        InputStream breaksOff =
                new SequenceInputStream(
                        new ByteArrayInputStream(new byte[200_000]), new BrokenStream());

        assertThatThrownBy(() -> store.receive(breaksOff)).isInstanceOf(EOFException.class);

        assertThat(leftovers()).isEmpty();
        assertThat(store.due(NOON.plus(DAY), 10)).isEmpty();
    }

    private static final class BrokenStream extends InputStream {
        @Override
        public int read() throws IOException {
            throw new EOFException("the sender went away");
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            return read();
        }
    }

    @Test
    void a_received_file_that_nobody_keeps_leaves_nothing() throws IOException {
        try (ReceivedFile file = store.receive(new ByteArrayInputStream(new byte[100_000]))) {
            assertThat(file.size()).isEqualTo(100_000);
            assertThat(leftovers()).hasSize(1);
        }

        assertThat(leftovers()).isEmpty();
    }

    /** The process is killed while bytes come in; the next one that starts clears up after it. */
    @Test
    void what_a_killed_process_was_receiving_is_gone_after_the_next_start() throws Exception {
        Process killed =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                EndlessUpload.class.getName(),
                                incoming.toString())
                        .start();
        try {
            assertThat(killed.inputReader().readLine()).isEqualTo(EndlessUpload.HALFWAY);
            assertThat(leftovers()).hasSize(1);
            new Workshop(incoming).close();
            assertThat(leftovers()).as("while the other process lives").hasSize(1);
        } finally {
            killed.destroyForcibly().waitFor();
        }

        new Workshop(incoming).close();

        assertThat(leftovers()).isEmpty();
    }

    @Test
    void the_same_content_is_kept_once_and_for_as_long_as_somebody_has_it() {
        AttachmentId one = newAttachment();
        AttachmentId other = newAttachment();
        Sha256 sha256 = keep(one, "shared");
        assertThat(keep(other, "shared")).isEqualTo(sha256);

        store.release(one, sha256, NOON);
        assertThat(read(sha256, 0, 6)).isEqualTo("shared");

        store.release(other, sha256, NOON);
        assertThat(has(sha256)).isFalse();
        assertThatThrownBy(() -> store.read(sha256, 0, 6)).isInstanceOf(ContentAwayException.class);
    }

    @Test
    void a_repeat_changes_nothing() {
        AttachmentId attachment = newAttachment();
        Sha256 sha256 = keep(attachment, "again");
        keep(attachment, "again");
        assertThat(store.due(NOON.plus(DAY), 10)).hasSize(1);

        store.release(attachment, sha256, NOON);
        store.release(attachment, sha256, NOON);

        assertThat(has(sha256)).isFalse();
    }

    @Test
    void what_is_due_is_asked_about_in_order_until_it_is_settled() {
        AttachmentId later = newAttachment();
        AttachmentId sooner = newAttachment();
        Sha256 sha256 = keep(later, "due");
        store.askLater(sooner, sha256, NOON);

        assertThat(store.due(NOON.minusMillis(1), 10)).isEmpty();
        assertThat(store.due(NOON, 10)).extracting(Due::attachment).containsExactly(sooner);
        assertThat(store.due(NOON.plus(DAY), 10))
                .extracting(Due::attachment)
                .containsExactly(sooner, later);
        assertThat(store.due(NOON.plus(DAY), 1)).extracting(Due::sha256).containsExactly(sha256);

        store.settled(store.due(NOON, 1).getFirst());

        assertThat(store.due(NOON.plus(DAY), 10))
                .extracting(Due::attachment)
                .containsExactly(later);
    }

    @Test
    void what_other_programs_leave_is_passed_over() {
        objects.mark("due/.DS_Store");
        objects.mark("leaving/notes.txt");
        Sha256 kept = keep(newAttachment(), "kept");

        assertThat(store.due(NOON.plus(Duration.ofDays(365)), 100))
                .extracting(ContentStore.Due::sha256)
                .contains(kept);
        store.finishErasing(NOON.plus(Duration.ofDays(365)));

        assertThat(objects.exists("leaving/notes.txt")).isTrue();
        objects.delete("due/.DS_Store");
        objects.delete("leaving/notes.txt");
    }

    @Test
    void erasing_that_a_node_died_of_is_finished_by_another() {
        Sha256 wanted = keep(newAttachment(), "wanted again");
        Sha256 unwanted = keep(newAttachment(), "unwanted");
        leave(wanted);
        leave(unwanted);
        objects.list("references/%.2s/%s".formatted(unwanted, unwanted), 10)
                .forEach(objects::delete);

        store.finishErasing(NOON.plus(Duration.ofMinutes(59)));
        assertThat(has(wanted)).as("whoever began may still be at it").isFalse();
        store.finishErasing(NOON.plus(Duration.ofMinutes(61)));

        assertThat(read(wanted, 0, 6)).isEqualTo("wanted");
        assertThat(has(unwanted)).isFalse();
        assertThat(objects.list("leaving/", 10)).isEmpty();
    }

    /** The state between the two steps of erasing. */
    private void leave(Sha256 sha256) {
        objects.move(
                content(sha256),
                "leaving/%013d-%s-%s".formatted(NOON.toEpochMilli(), UUID.randomUUID(), sha256));
    }

    /** Some nodes keep and release the same few contents; what is referred to is always there. */
    @Test
    void no_content_is_lost_while_nodes_keep_and_release_the_same() throws Exception {
        List<Map<AttachmentId, Sha256>> kept = new ArrayList<>();
        try (ExecutorService nodes = Executors.newFixedThreadPool(4)) {
            List<Callable<Map<AttachmentId, Sha256>>> walks =
                    IntStream.range(0, 4).mapToObj(this::walk).toList();
            for (Future<Map<AttachmentId, Sha256>> walk : nodes.invokeAll(walks)) {
                kept.add(walk.get());
            }
        }
        assertThat(kept).allSatisfy(held -> assertThat(held.values()).allMatch(this::has));

        kept.forEach(held ->
                held.forEach((attachment, sha256) -> store.release(attachment, sha256, NOON)));

        assertThat(kept).allSatisfy(held -> assertThat(held.values()).noneMatch(this::has));
        assertThat(objects.list("leaving/", 10)).isEmpty();
    }

    private Callable<Map<AttachmentId, Sha256>> walk(int seed) {
        return () -> {
            Random random = new Random(seed);
            Map<AttachmentId, Sha256> held = new HashMap<>();
            for (int step = 0; step < steps; step++) {
                if (held.isEmpty() || random.nextInt(5) < 2) {
                    AttachmentId attachment = newAttachment();
                    held.put(attachment, keep(attachment, "common " + random.nextInt(2)));
                } else {
                    Map.Entry<AttachmentId, Sha256> any = held.entrySet().iterator().next();
                    held.remove(any.getKey());
                    store.release(any.getKey(), any.getValue(), NOON);
                }
            }
            AttachmentId last = newAttachment();
            held.put(last, keep(last, "common"));
            return held;
        };
    }
}
