package dev.docket.query.knowledge.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The style and the script of all pages, under names that change with their content. */
public final class Assets {

    private static final int MARK = 12;

    private final Asset style = Asset.read("style.css", "text/css;charset=utf-8");
    private final Asset script = Asset.read("script.js", "text/javascript;charset=utf-8");
    private final Map<String, Asset> byName = Map.of(style.name(), style, script.name(), script);

    /** A file that never changes under its name. */
    static final class Asset {
        private final String name;
        private final String type;
        private final byte[] content;

        private Asset(String name, String type, byte[] content) {
            this.name = name;
            this.type = type;
            this.content = content;
        }

        String name() {
            return name;
        }

        String type() {
            return type;
        }

        byte[] content() {
            return content.clone();
        }

        static Asset read(String file, String type) {
            try (InputStream resource = Assets.class.getResourceAsStream("/pages/" + file)) {
                if (resource == null) {
                    throw new IllegalStateException(file + " is missing from the class path");
                }
                byte[] content = resource.readAllBytes();
                return new Asset(digest(content).substring(0, MARK) + "." + file, type, content);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    static String digest(byte[] content) {
        try {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(sum);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    @Nullable Asset find(String name) {
        return byName.get(name);
    }

    public String style() {
        return "/kb/assets/" + style.name();
    }

    public String script() {
        return "/kb/assets/" + script.name();
    }
}
