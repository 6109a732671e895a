package dev.docket.query.knowledge.pages;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/**
 * The addresses of an organisation's pages.
 *
 * @param host where the world sees this Docket
 */
public record Addresses(String host, UUID organisation, Assets assets) {

    private static final int UUID_LENGTH = 36;
    private static final int LONGEST_SLUG = 80;
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
    private static final Pattern DASHES = Pattern.compile("^-+|-+$");

    /** What names no organisation leads to one that does not exist. */
    static Addresses of(String host, String organisation, Assets assets) {
        UUID id = id(organisation);
        return new Addresses(host, id == null ? new UUID(0, 0) : id, assets);
    }

    /** Null for what cannot be an id. */
    static @Nullable UUID id(String text) {
        try {
            return text.length() == UUID_LENGTH ? UUID.fromString(text) : null;
        } catch (IllegalArgumentException notAnId) {
            return null;
        }
    }

    /** Parts of an address that tell people what it leads to; nothing else depends on it. */
    static String slug(String title) {
        String lower = Normalizer.normalize(title, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        String dashed = NO_WORD.matcher(lower).replaceAll("-");
        int end = Math.min(dashed.length(), LONGEST_SLUG);
        if (end < dashed.length() && Character.isHighSurrogate(dashed.charAt(end - 1))) {
            end--;
        }
        String slug = DASHES.matcher(dashed.substring(0, end)).replaceAll("");
        return slug.isEmpty() ? "article" : slug;
    }

    public String home() {
        return "/kb/" + organisation;
    }

    public String category(UUID category) {
        return home() + "/categories/" + category;
    }

    public String article(UUID article, String title) {
        return home()
                + "/articles/"
                + article
                + "/"
                + UriUtils.encodePathSegment(slug(title), StandardCharsets.UTF_8);
    }

    public String search() {
        return home() + "/search";
    }

    /** Where more of what was looked for is, or the same for other words. */
    public String results(String words, Optional<String> cursor) {
        String more = cursor.map(next -> "&cursor=" + next).orElse("");
        return search() + "?q=" + UriUtils.encodeQueryParam(words, StandardCharsets.UTF_8) + more;
    }

    public String file(UUID attachment) {
        return "/api/v1/attachments/" + attachment;
    }

    public String sitemap() {
        return home() + "/sitemap.xml";
    }

    /** For those who see a page from elsewhere. */
    public String absolute(String path) {
        return host + path;
    }
}
