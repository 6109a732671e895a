package dev.docket.query.search;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Excerpts of one document by where they stand; parts without an asked word are left out. */
public final class Highlights {

    private final Excerpts excerpts;
    private final Map<String, List<String>> passages = new LinkedHashMap<>();

    public Highlights(Excerpts excerpts) {
        this.excerpts = excerpts;
    }

    /** A short text, shown as a whole. */
    public Highlights whole(String part, String text) {
        return add(part, excerpts.whole(text));
    }

    /** A longer text, shown in passages. */
    public Highlights passages(String part, @Nullable String text) {
        return text == null ? this : add(part, excerpts.of(text));
    }

    private Highlights add(String part, List<String> found) {
        if (!found.isEmpty()) {
            passages.put(part, found);
        }
        return this;
    }

    public Map<String, List<String>> byPart() {
        return passages;
    }
}
