package dev.docket.query.console;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPOutputStream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;

/**
 * What stands under {@code console/} on the class path. Names are looked up among those that were
 * found at the start, so that no name leads anywhere else; each file is read and compressed once.
 */
final class ConsoleFiles {

    private static final String ROOT = "/console/";

    /** Below this, what is saved is less than what is said about it. */
    private static final int WORTH_COMPRESSING = 1_024;

    private final Map<String, Resource> found = new HashMap<>();
    private final Map<String, ConsoleFile> read = new ConcurrentHashMap<>();

    ConsoleFiles(String pattern) {
        try {
            for (Resource resource :
                    new PathMatchingResourcePatternResolver().getResources(pattern)) {
                if (resource.isReadable()) {
                    found.put(name(resource), resource);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The files of the console cannot be listed", e);
        }
    }

    /** What comes after the last {@code /console/}, as a browser asks for it. */
    private static String name(Resource resource) throws IOException {
        String url = resource.getURL().toString();
        String below = url.substring(url.lastIndexOf(ROOT) + ROOT.length());
        return URLDecoder.decode(below.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** A file in memory. */
    static final class ConsoleFile {
        private final MediaType type;
        private final String tag;
        private final byte[] content;
        private final byte[] compressed;

        private ConsoleFile(MediaType type, byte[] content) {
            this.type = type;
            this.content = content;
            this.tag = digest(content);
            this.compressed = isText(type) ? gzip(content) : content;
        }

        MediaType type() {
            return type;
        }

        String tag() {
            return tag;
        }

        boolean isCompressible() {
            return content.length >= WORTH_COMPRESSING && compressed.length < content.length;
        }

        byte[] content() {
            return content.clone();
        }

        byte[] compressed() {
            return compressed.clone();
        }
    }

    Optional<ConsoleFile> find(String name) {
        return Optional.ofNullable(found.get(name))
                .map(resource -> read.computeIfAbsent(name, _ -> file(name, resource)));
    }

    private static ConsoleFile file(String name, Resource resource) {
        try {
            return new ConsoleFile(type(name), resource.getContentAsByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException("A file of the console cannot be read", e);
        }
    }

    private static MediaType type(String name) {
        MediaType type =
                MediaTypeFactory.getMediaType(name).orElse(MediaType.APPLICATION_OCTET_STREAM);
        return type.getType().equals("text") ? new MediaType(type, StandardCharsets.UTF_8) : type;
    }

    private static boolean isText(MediaType type) {
        return type.getType().equals("text")
                || type.getSubtype().endsWith("json")
                || type.getSubtype().endsWith("xml")
                || type.getSubtype().equals("javascript");
    }

    private static byte[] gzip(byte[] content) {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return compressed.toByteArray();
    }

    private static String digest(byte[] content) {
        try {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(sum, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
