package dev.docket.query.similar;

import dev.docket.query.knowledge.SuggestedArticle;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is like a ticket, the most like first. */
record SimilarAnswer(List<SimilarTicket> tickets, List<SuggestedArticle> articles) {

    /**
     * @param likeness from 0 to 1: how much of what the text's telling words tell this ticket says
     *     too, rare words and repeated ones counting more. The order also prefers categories of
     *     which the text speaks, and tickets that are solved.
     * @param highlights passages as HTML, by where they stand: {@code subject}, {@code
     *     description}, {@code replies}
     */
    record SimilarTicket(
            UUID id,
            String number,
            String subject,
            String status,
            @Nullable String category,
            Instant updatedAt,
            double likeness,
            Map<String, List<String>> highlights) {}
}
