package dev.docket.content;

import dev.docket.event.attachment.AttachmentId;
import dev.docket.event.attachment.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Keeps the bytes of attachments, each content once under its hash however many attachments have
 * it. The store does not know what attachments mean: it keeps what is referred to, and remembers
 * when somebody should ask whether that still holds.
 *
 * <p>There are four kinds of names:
 *
 * <ul>
 *   <li>{@code content/ab/abcd…}: the bytes with this hash;
 *   <li>{@code references/ab/abcd…-ATTACHMENT}: an attachment that has them;
 *   <li>{@code due/MILLIS-ATTACHMENT-abcd…}: when to ask whether it still has;
 *   <li>{@code leaving/MILLIS-RANDOM-abcd…}: bytes on their way out.
 * </ul>
 *
 * <p>A file is put in the order due, reference, content, and content leaves only while nothing
 * refers to it: whatever dies when, no referred content is lost, and no content stays for ever that
 * nothing refers to. Any number of nodes may work on one store.
 */
public final class ContentStore implements AutoCloseable {

    private static final int BUFFER = 64 << 10;
    private static final int MOST_LEAVING = 1_000;
    private static final Duration LONGEST_ERASING = Duration.ofHours(1);
    private static final String DUE = "due/";
    private static final String LEAVING = "leaving/";
    private static final Pattern TIMED =
            Pattern.compile(
                    "[a-z]+/[0-9]{13}-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}-[0-9a-f]{64}");

    private final ObjectStore objects;
    private final Workshop workshop;

    ContentStore(ObjectStore objects, Workshop workshop) {
        this.objects = objects;
        this.workshop = workshop;
    }

    /** The store that the configuration names. What interrupted uploads left is cleared away. */
    public static ContentStore open(AttachmentProperties properties) {
        Path directory = properties.directory();
        ObjectStore objects =
                properties.s3() == null
                        ? new DirectoryObjects(directory)
                        : S3Objects.connect(properties.s3());
        return new ContentStore(objects, new Workshop(directory.resolve("incoming")));
    }

    /**
     * When somebody should ask whether an attachment still has its bytes.
     *
     * @param name for {@link #settled}
     */
    public record Due(String name, AttachmentId attachment, Sha256 sha256) {}

    /**
     * Takes what comes in to its end, a buffer at a time. If it breaks off, nothing of it stays.
     *
     * @throws IOException if what comes in breaks off
     * @throws ContentAwayException if there is no room for it
     */
    public ReceivedFile receive(InputStream body) throws IOException {
        Path file = newFile();
        boolean whole = false;
        try {
            MessageDigest sha256 = sha256();
            long size = copy(body, file, sha256);
            whole = true;
            return new ReceivedFile(file, size, Sha256.of(sha256.digest()));
        } finally {
            if (!whole) {
                ReceivedFile.discard(file);
            }
        }
    }

    private Path newFile() {
        try {
            return workshop.newFile();
        } catch (IOException e) {
            throw new ContentAwayException("Nothing can be received", e);
        }
    }

    private static long copy(InputStream body, Path file, MessageDigest digest) throws IOException {
        try (OutputStream to = new DigestOutputStream(Files.newOutputStream(file), digest)) {
            byte[] buffer = new byte[BUFFER];
            long size = 0;
            for (int count = body.read(buffer); count >= 0; count = body.read(buffer)) {
                write(to, buffer, count);
                size += count;
            }
            return size;
        }
    }

    /** The disk's failures are not the sender's. */
    private static void write(OutputStream to, byte[] buffer, int count) {
        try {
            to.write(buffer, 0, count);
        } catch (IOException e) {
            throw new ContentAwayException("An upload cannot be written", e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /**
     * Keeps a file as the bytes of an attachment; on a repeat nothing changes.
     *
     * @param due when to ask whether the attachment still has it
     */
    public void keep(ReceivedFile file, AttachmentId attachment, Instant due) {
        Sha256 sha256 = file.sha256();
        askLater(attachment, sha256, due);
        objects.mark(reference(sha256, attachment));
        if (!objects.exists(content(sha256))) {
            objects.put(content(sha256), file.file());
        }
    }

    /**
     * @param first of the bytes to read, from 0
     * @param count of the bytes to read, at least 1; there must be as many
     * @throws ContentAwayException if the bytes are not there
     */
    public InputStream read(Sha256 sha256, long first, long count) {
        return objects.read(content(sha256), first, count)
                .orElseThrow(() -> new ContentAwayException("There are no bytes of " + sha256));
    }

    /** Has somebody asked at some time whether an attachment still has its bytes. */
    public void askLater(AttachmentId attachment, Sha256 sha256, Instant at) {
        objects.mark("%s%013d-%s-%s".formatted(DUE, at.toEpochMilli(), attachment, sha256));
    }

    /** What is to be asked now, the longest due first. */
    public List<Due> due(Instant now, int limit) {
        return objects.list(DUE, limit).stream()
                .filter(ContentStore::isTimed)
                .filter(name -> millis(name) <= now.toEpochMilli())
                .map(ContentStore::due)
                .toList();
    }

    /** What other programs leave in a directory or a bucket is passed over. */
    private static boolean isTimed(String name) {
        return TIMED.matcher(name).matches();
    }

    private static long millis(String name) {
        return Long.parseLong(name.substring(name.indexOf('/') + 1, name.indexOf('-')));
    }

    private static Due due(String name) {
        int begin = name.indexOf('-') + 1;
        int end = name.lastIndexOf('-');
        return new Due(
                name,
                new AttachmentId(UUID.fromString(name.substring(begin, end))),
                new Sha256(name.substring(end + 1)));
    }

    /** The question is answered, and not asked again. */
    public void settled(Due due) {
        objects.delete(due.name());
    }

    /** An attachment has these bytes no longer; they are erased if no other one has them. */
    public void release(AttachmentId attachment, Sha256 sha256, Instant now) {
        objects.delete(reference(sha256, attachment));
        if (!isReferredTo(sha256)) {
            String leaving =
                    "%s%013d-%s-%s"
                            .formatted(LEAVING, now.toEpochMilli(), UUID.randomUUID(), sha256);
            objects.move(content(sha256), leaving);
            erase(leaving, sha256);
        }
    }

    /** Finishes what nodes began that died while they erased something. */
    public void finishErasing(Instant now) {
        Instant begun = now.minus(LONGEST_ERASING);
        for (String name : objects.list(LEAVING, MOST_LEAVING)) {
            if (isTimed(name) && millis(name) < begun.toEpochMilli()) {
                erase(name, new Sha256(name.substring(name.lastIndexOf('-') + 1)));
            }
        }
    }

    /**
     * Whoever refers to the content from now on finds it gone and puts it there again; whoever did
     * so before may have relied on it and gets it back. Each eraser has bytes of its own to give
     * back.
     */
    private void erase(String leaving, Sha256 sha256) {
        if (isReferredTo(sha256)) {
            objects.move(leaving, content(sha256));
        } else {
            objects.delete(leaving);
        }
    }

    private boolean isReferredTo(Sha256 sha256) {
        return !objects.list(reference(sha256, ""), 1).isEmpty();
    }

    private static String content(Sha256 sha256) {
        return "content/%.2s/%s".formatted(sha256, sha256);
    }

    private static String reference(Sha256 sha256, Object attachment) {
        return "references/%.2s/%s-%s".formatted(sha256, sha256, attachment);
    }

    @Override
    public void close() {
        workshop.close();
        objects.close();
    }
}
