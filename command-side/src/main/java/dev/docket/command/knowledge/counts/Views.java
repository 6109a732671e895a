package dev.docket.command.knowledge.counts;

import com.github.benmanes.caffeine.cache.Cache;
import dev.docket.command.knowledge.counts.CountsLog.Count;
import dev.docket.event.Ids;
import dev.docket.event.TenantId;
import dev.docket.event.knowledge.ArticleId;
import dev.docket.event.knowledge.ArticleViewsEvent.ViewsCounted;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Counts who reads which article: a reader once a minute. What is counted waits in memory for the
 * end of its minute; the number of articles that wait is bounded, and what is beyond is not
 * counted.
 */
final class Views implements Tally<ViewsCounted> {

    static final int MOST_WAITING = 20_000;

    private final Minutes minutes;
    private final Cache<Viewed, Boolean> seen;
    private final Map<Read, Integer> waiting = new HashMap<>();

    Views(Clock clock) {
        this.minutes = new Minutes(clock);
        this.seen = minutes.memory();
    }

    private record Viewed(UUID reader, ArticleId article) {}

    private record Read(TenantId tenant, ArticleId article, Instant minute) {}

    /**
     * False if it was not counted because too much waits.
     *
     * @param tenant whose article it is
     * @param reader names a person, or the address of somebody who has not signed in
     */
    boolean count(TenantId tenant, UUID reader, ArticleId article) {
        if (seen.asMap().putIfAbsent(new Viewed(reader, article), true) != null) {
            return true;
        }
        Instant minute = minutes.now();
        return add(new Read(tenant, article, minute), 1);
    }

    private synchronized boolean add(Read read, int views) {
        if (waiting.size() >= MOST_WAITING && !waiting.containsKey(read)) {
            return false;
        }
        waiting.merge(read, views, Integer::sum);
        return true;
    }

    @Override
    public synchronized List<Count<ViewsCounted>> take(Instant before) {
        List<Count<ViewsCounted>> counts = new ArrayList<>();
        waiting.forEach((read, views) -> {
            if (read.minute().isBefore(before)) {
                counts.add(count(read, views));
            }
        });
        waiting.keySet().removeIf(read -> read.minute().isBefore(before));
        return counts;
    }

    @Override
    public void putBack(List<Count<ViewsCounted>> counts) {
        for (Count<ViewsCounted> count : counts) {
            ViewsCounted event = count.event();
            add(new Read(count.tenant(), event.article(), event.minute()), event.views());
        }
    }

    private static Count<ViewsCounted> count(Read read, int views) {
        return new Count<>(
                "ArticleViews",
                Ids.named("article-views", read.article().toString()),
                read.tenant(),
                new ViewsCounted(read.article(), read.minute(), views));
    }
}
