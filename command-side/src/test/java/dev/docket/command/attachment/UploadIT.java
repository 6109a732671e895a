package dev.docket.command.attachment;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.management.ThreadMXBean;
import dev.docket.command.TestHttp;
import dev.docket.command.TestHttp.Answer;
import dev.docket.command.TestNode;
import dev.docket.event.attachment.AttachmentEvent.AttachmentUploaded;
import dev.docket.event.people.Role;
import dev.docket.log.LogProperties;
import dev.docket.log.LogReader;
import dev.docket.log.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Files on their way in, good ones and hostile ones. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class UploadIT {

    private static final int MEGABYTE = 1 << 20;
    private static final LogProperties.Database DATABASE = TestDatabase.create();
    private static final TestNode NODE =
            TestNode.on(
                    DATABASE,
                    List.of(
                            "--docket.attachments.largest-file=100MB",
                            "--docket.attachments.largest-ticket=100MB"));

    private static final String NAMED = "Content-Disposition: attachment; filename=\"raw.bin\"";

    private static final byte[] PNG =
            HexFormat.of().parseHex("89504e470d0a1a0a0000000d4948445200000001000000010806000000");

    @AfterAll
    static void stop() {
        NODE.close();
    }

    /** Every file of the store but locks: what uploads have left behind, whole or not. */
    private static List<Path> files(String part) {
        Path store = TestNode.attachments(DATABASE).resolve(part);
        if (!Files.exists(store)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(store)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith("docket.lock"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long head() {
        return NODE.bean(LogReader.class).head();
    }

    @Test
    void a_file_is_kept_and_described() {
        Answer answer = NODE.requester().upload("hello.txt", "Hello, world");

        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        assertThat(answer.text("name")).isEqualTo("hello.txt");
        assertThat(answer.text("mediaType")).isEqualTo("text/plain");
        assertThat(answer.body().path("size").asLong()).isEqualTo(12);
        String sha256 = "4ae7c3b6ac0beff671efa8cf57386151c06e58ca53a78d83f36107316cec125f";
        assertThat(answer.text("sha256")).isEqualTo(sha256);
        assertThat(answer.headers().firstValue("Location"))
                .contains("/api/v1/attachments/" + answer.id());
        assertThat(answer.body().path("position").asLong()).isPositive();
        assertThat(files("content/4a/" + sha256)).hasSize(1);
        assertThat(files("incoming")).isEmpty();
        assertThat(NODE.stream(answer.id()))
                .singleElement()
                .satisfies(recorded ->
                        assertThat(recorded.event())
                                .isInstanceOfSatisfying(
                                        AttachmentUploaded.class,
                                        e -> assertThat(e.uploader()).isEqualTo(TestNode.RITA)));
    }

    static Stream<Arguments> contents() {
        return Stream.of(
                Arguments.of("photo.png", PNG, "image/png"),
                Arguments.of("page.html", PNG, "image/png"),
                Arguments.of(
                        "photo.png",
                        "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>1</script></svg>"
                                .getBytes(UTF_8),
                        "image/svg+xml"),
                Arguments.of(
                        "photo.png",
                        "<!DOCTYPE html><html><script>alert(1)</script></html>".getBytes(UTF_8),
                        "text/html"),
                Arguments.of("photo.jpg", "%PDF-1.7\n".getBytes(UTF_8), "application/pdf"),
                Arguments.of("photo.png", new byte[] {1, 2, 3, 0, 5}, "application/octet-stream"),
                Arguments.of("photo.png", "just words".getBytes(UTF_8), "text/plain"));
    }

    @ParameterizedTest
    @MethodSource("contents")
    void the_bytes_tell_what_a_file_is_and_not_its_sender(
            String name, byte[] content, String mediaType) {
        Answer answer =
                NODE.requester()
                        .upload(
                                name,
                                BodyPublishers.ofByteArray(content),
                                "Content-Type",
                                "image/png");

        assertThat(answer.text("mediaType")).isEqualTo(mediaType);
    }

    @ParameterizedTest
    @CsvSource({"../../etc/passwd,passwd", "C:\\\\boot.ini,boot.ini", "a/b/c.txt,c.txt"})
    void a_name_has_no_path(String sent, String kept) {
        assertThat(NODE.requester().upload(sent, "x").text("name")).isEqualTo(kept);
    }

    /** As curl and browsers send it; the firewall takes a part of the letter for a control. */
    @ParameterizedTest
    @CsvSource({
        "Grüße.txt, 201",
        "報告.txt, 201",
        "a\u0085b.txt, 400",
    })
    void a_name_may_come_in_utf_8_and_without_control_characters(String name, int status)
            throws IOException {
        String named = "Content-Disposition: attachment; filename=\"%s\"".formatted(name);
        String sent = new String(named.getBytes(UTF_8), ISO_8859_1);
        try (RawUpload upload =
                RawUpload.begin(
                        NODE, NODE.requester(), "/attachments", sent, "Content-Length: 1")) {
            upload.send("x");
            assertThat(upload.status()).isEqualTo("HTTP/1.1 %d ".formatted(status));
        }
    }

    @Test
    void what_clients_usually_say_of_a_body_does_no_harm() {
        Answer answer =
                NODE.requester()
                        .upload(
                                "form.txt",
                                BodyPublishers.ofString("a=b&c=d"),
                                "Content-Type",
                                "application/x-www-form-urlencoded");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.body().path("size").asLong()).isEqualTo(7);
    }

    @Test
    void what_is_no_file_is_refused_and_leaves_nothing() {
        long before = head();
        TestHttp rita = NODE.requester();

        assertThat(rita.upload("../", "x").rule()).isEqualTo("name-missing");
        assertThat(rita.upload("empty.txt", "").rule()).isEqualTo("file-is-empty");
        Answer parts =
                rita.upload(
                        "parts.txt",
                        BodyPublishers.ofString("--x\r\n\r\n--x--"),
                        "Content-Type",
                        "multipart/form-data; boundary=x");
        assertThat(parts.status()).isEqualTo(415);
        assertThat(NODE.as(TestNode.RITA, Role.AUDITOR).upload("a.txt", "x").status())
                .isEqualTo(403);
        assertThat(NODE.anybody().upload("a.txt", "x").status()).isEqualTo(401);

        assertThat(head()).isEqualTo(before);
        assertThat(files("incoming")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Content-Length: 400000, ''", "Transfer-Encoding: chunked, '30d40\r\n'"})
    void an_upload_that_breaks_off_leaves_nothing(String length, String chunk) throws IOException {
        long before = head();
        List<Path> kept = files("content");
        byte[] part = new byte[200_000];
        new Random(11).nextBytes(part);

        try (RawUpload upload =
                RawUpload.begin(NODE, NODE.requester(), "/attachments", NAMED, length)) {
            upload.send(chunk);
            upload.send(part, part.length);
            await().atMost(Duration.ofSeconds(30)).until(() -> !files("incoming").isEmpty());
        }

        await().atMost(Duration.ofSeconds(30)).until(() -> files("incoming").isEmpty());
        assertThat(files("content")).isEqualTo(kept);
        assertThat(head()).isEqualTo(before);
    }

    @Test
    void an_announced_gigabyte_is_refused_before_it_is_sent() throws IOException {
        try (RawUpload upload =
                RawUpload.begin(
                        NODE,
                        NODE.requester(),
                        "/attachments",
                        NAMED,
                        "Content-Length: 1073741824")) {
            assertThat(upload.status()).isEqualTo("HTTP/1.1 413 ");
        }
        assertThat(files("incoming")).isEmpty();
    }

    @Test
    void more_than_is_allowed_is_refused_without_having_been_announced() {
        byte[] part = new byte[MEGABYTE];
        Answer answer =
                NODE.requester()
                        .upload(
                                "endless.bin",
                                BodyPublishers.ofByteArrays(
                                        java.util.Collections.nCopies(101, part)));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.rule()).isEqualTo("body-too-large");
        assertThat(files("incoming")).isEmpty();
    }

    @Test
    void other_routes_take_no_larger_bodies() throws IOException {
        for (String path : List.of("/tickets", "/tickets/attachments", "/attachments/")) {
            try (RawUpload upload =
                    RawUpload.begin(
                            NODE,
                            NODE.requester(),
                            path,
                            NAMED,
                            "Content-Length: " + 3 * MEGABYTE)) {
                assertThat(upload.status()).as(path).isEqualTo("HTTP/1.1 413 ");
            }
        }
        Answer chunked =
                NODE.requester()
                        .post("/tickets", Map.of("subject", "x", "description", "y".repeat(100)));
        assertThat(chunked.status()).isEqualTo(201);
    }

    /** What a hundred megabytes make a node allocate is far less than they are. */
    @Test
    void memory_does_not_grow_with_a_file() throws IOException {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        byte[] part = new byte[MEGABYTE];
        TestHttp rita = NODE.requester();
        rita.upload("first.bin", "so that everything is loaded");
        long before = threads.getTotalThreadAllocatedBytes();

        try (RawUpload upload =
                RawUpload.begin(
                        NODE, rita, "/attachments", NAMED, "Content-Length: " + 100 * MEGABYTE)) {
            for (int sent = 0; sent < 100; sent++) {
                upload.send(part, part.length);
            }
            assertThat(upload.status()).isEqualTo("HTTP/1.1 201 ");
        }

        long allocated = threads.getTotalThreadAllocatedBytes() - before;
        assertThat(allocated).isBetween(1L, 20L * MEGABYTE);
    }
}
