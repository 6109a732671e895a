package dev.docket.query.knowledge;

import dev.docket.event.knowledge.Language;
import dev.docket.query.paging.Parameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * Which articles a list shows.
 *
 * @param category with all below it
 * @param tags all of which they have
 * @param language with its regions, or one region of it
 * @param states how far the newest revision has come: only of drafts
 * @param featured only those
 * @param stale only those that need a look
 */
public record ArticleFilter(
        @Nullable UUID category,
        List<String> tags,
        @Nullable String language,
        List<String> states,
        boolean featured,
        boolean stale) {

    /** Everything. */
    public static final ArticleFilter NONE =
            new ArticleFilter(null, List.of(), null, List.of(), false, false);

    static final Set<String> PARAMETERS =
            Set.of(
                    "category",
                    "tags",
                    "language",
                    "state",
                    "featured",
                    "stale",
                    "draft",
                    Reader.ORGANISATION,
                    "cursor",
                    "limit");

    /** How far the newest revision of an article has come. */
    enum State {
        DRAFT,
        IN_REVIEW,
        APPROVED,
        SCHEDULED,
        PUBLISHED,
        ARCHIVED
    }

    /** What editors put forward. */
    public static ArticleFilter ofFeatured() {
        return new ArticleFilter(null, List.of(), null, List.of(), true, false);
    }

    /** A category, with all below it. */
    public static ArticleFilter in(UUID category) {
        return new ArticleFilter(category, List.of(), null, List.of(), false, false);
    }

    static ArticleFilter of(Parameters asked) {
        return new ArticleFilter(
                asked.id("category"),
                asked.texts("tags"),
                language(asked),
                asked.enums("state", State.class),
                asked.flag("featured"),
                asked.flag("stale"));
    }

    /** In its canonical form. */
    static @Nullable String language(Parameters asked) {
        String tag = asked.text("language");
        if (tag == null) {
            return null;
        }
        try {
            return new Language(tag).tag();
        } catch (IllegalArgumentException notALanguage) {
            throw Parameters.refused(
                    "language", "'%s' is not a language like de or pt-BR".formatted(tag));
        }
    }

    /** Of a publication {@code x} or an article {@code x}, beside the article {@code a}. */
    String conditions(String x) {
        List<String> conditions = new ArrayList<>();
        if (category != null) {
            conditions.add(
                    """
                    %s.category IN (SELECT c.id FROM knowledge.category c
                                    WHERE c.tenant = :base AND c.path @> ARRAY[:category])
                    """
                            .formatted(x));
        }
        if (!tags.isEmpty()) {
            conditions.add(x + ".tags @> :tags::text[]");
        }
        if (language != null) {
            conditions.add(
                    "(%1$s.language = :language OR %1$s.language LIKE :regions)".formatted(x));
        }
        if (!states.isEmpty()) {
            conditions.add("a.state = ANY (:states)");
        }
        if (featured) {
            conditions.add("a.featured");
        }
        if (stale) {
            conditions.add(StaleArticles.CONDITION);
        }
        return conditions.isEmpty() ? "" : "AND " + String.join(" AND ", conditions);
    }

    StatementSpec bind(StatementSpec statement) {
        return statement
                .param("category", category)
                .param("tags", tags.toArray(String[]::new))
                .param("language", language)
                .param("regions", language + "-%")
                .param("states", states.toArray(String[]::new));
    }
}
