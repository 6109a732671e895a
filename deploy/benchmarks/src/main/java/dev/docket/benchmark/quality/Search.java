package dev.docket.benchmark.quality;

import dev.docket.event.knowledge.ArticleId;
import java.util.List;

/** Something that finds articles. */
interface Search {

    /** So many are looked at. */
    int SHOWN = 10;

    /** As tables call it. */
    String name();

    /** The best first, at most {@value #SHOWN}. */
    List<ArticleId> find(JudgedQuery query);
}
