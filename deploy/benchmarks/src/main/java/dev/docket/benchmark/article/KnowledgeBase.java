package dev.docket.benchmark.article;

import dev.docket.benchmark.history.BulkLog;
import dev.docket.event.Ids;
import dev.docket.event.TenantId;
import dev.docket.event.knowledge.KnowledgeBaseEvent.SynonymsAdded;
import dev.docket.event.knowledge.SynonymsId;
import dev.docket.event.people.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;

/** Fills a log with pages, all of which were published at the same moment, a month ago. */
public final class KnowledgeBase {

    private static final Duration AGO = Duration.ofDays(30);

    private KnowledgeBase() {}

    public static void fill(BulkLog log, List<Page> pages, PersonId author) {
        Instant then = Instant.now().minus(AGO);
        for (Page page : pages) {
            log.add("Article", page.article().value(), page.history(author), then);
        }
    }

    /** Tells search which words mean the same. */
    public static void fill(BulkLog log, Collection<SortedSet<String>> synonyms, TenantId tenant) {
        log.add(
                "KnowledgeBase",
                Ids.named("knowledge-base", tenant.toString()),
                synonyms.stream()
                        .map(words ->
                                new SynonymsAdded(
                                        new SynonymsId(Ids.named("synonyms", words.toString())),
                                        words))
                        .toList(),
                Instant.now().minus(AGO));
    }
}
