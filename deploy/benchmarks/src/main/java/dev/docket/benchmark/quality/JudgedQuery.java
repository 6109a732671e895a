package dev.docket.benchmark.quality;

import dev.docket.event.knowledge.ArticleId;
import java.util.Set;

/**
 * A question of which is known what answers it.
 *
 * @param language that it is asked in
 * @param relevant the articles that answer it, any of them as well as any other
 */
record JudgedQuery(Kind kind, String language, String text, Set<ArticleId> relevant) {}
