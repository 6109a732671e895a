package dev.docket.query.knowledge;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * An article that may help with what a text is about.
 *
 * @param organisation whose article it is
 * @param likeness from 0 to 1: how much of what the text's telling words tell the article says too,
 *     rare words and repeated ones counting more
 * @param highlights passages as HTML, by where they stand: {@code title}, {@code summary}, {@code
 *     body}
 */
public record SuggestedArticle(
        UUID id,
        UUID organisation,
        String language,
        String title,
        String summary,
        double likeness,
        Map<String, List<String>> highlights) {}
