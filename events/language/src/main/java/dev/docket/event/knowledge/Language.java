package dev.docket.event.knowledge;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.IllformedLocaleException;
import java.util.Locale;

/**
 * A language, perhaps of a region or in a script, as a BCP 47 tag in its canonical case: {@code
 * de}, {@code pt-BR}, {@code zh-Hant}. Text that is no such tag, or names no language, is an {@link
 * IllegalArgumentException}.
 */
public record Language(@JsonValue String tag) implements Comparable<Language> {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Language {
        try {
            Locale locale = new Locale.Builder().setLanguageTag(tag).build();
            if (locale.getLanguage().isEmpty() || !locale.getExtensionKeys().isEmpty()) {
                throw new IllegalArgumentException("not a language");
            }
            tag = locale.toLanguageTag();
        } catch (IllformedLocaleException e) {
            throw new IllegalArgumentException("not a language", e);
        }
    }

    @Override
    public int compareTo(Language other) {
        return tag.compareTo(other.tag);
    }

    @Override
    public String toString() {
        return tag;
    }
}
