package dev.docket.command.knowledge.counts;

import com.github.benmanes.caffeine.cache.Cache;
import dev.docket.command.knowledge.counts.CountsLog.Count;
import dev.docket.event.Ids;
import dev.docket.event.TenantId;
import dev.docket.event.knowledge.SearchesEvent.Among;
import dev.docket.event.knowledge.SearchesEvent.Searched;
import dev.docket.event.knowledge.SearchesEvent.SearchesCounted;
import dev.docket.event.people.PersonId;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts what people look for, and forgets who it was: the same words of one person count once a
 * minute, and once more as opened if they open something that was found. The number of different
 * words of an organisation in a minute is bounded, and what is beyond is not counted.
 */
final class Searches implements Tally<SearchesCounted> {

    static final int MOST_WORDS_A_MINUTE = 1_000;
    private static final int MOST_MINUTES = 200;

    private final Minutes minutes;
    private final Cache<Seen, Boolean> seen;
    private final Map<Minute, Map<Asked, Numbers>> waiting = new HashMap<>();

    Searches(Clock clock) {
        this.minutes = new Minutes(clock);
        this.seen = minutes.memory();
    }

    private record Seen(PersonId person, Asked asked) {}

    private record Minute(TenantId tenant, Instant begin) {}

    /**
     * @param words in lower case, without needless space
     */
    record Asked(Among among, String words) {}

    private record Numbers(int searches, int unanswered, int opened) {
        Numbers plus(Numbers more) {
            return new Numbers(
                    searches + more.searches, unanswered + more.unanswered, opened + more.opened);
        }
    }

    /** False if it was not counted because too much waits. */
    boolean count(TenantId tenant, PersonId person, Asked asked, boolean found, boolean opened) {
        Seen search = new Seen(person, asked);
        Boolean before = seen.asMap().putIfAbsent(search, opened);
        Minute now = new Minute(tenant, minutes.now());
        if (before == null) {
            return add(now, asked, new Numbers(1, found ? 0 : 1, opened ? 1 : 0));
        }
        return !opened
                || !seen.asMap().replace(search, false, true)
                || add(now, asked, new Numbers(0, 0, 1));
    }

    private synchronized boolean add(Minute minute, Asked asked, Numbers numbers) {
        Map<Asked, Numbers> words = waiting.get(minute);
        if (words == null) {
            if (waiting.size() >= MOST_MINUTES) {
                return false;
            }
            words = new LinkedHashMap<>();
            waiting.put(minute, words);
        }
        if (words.size() >= MOST_WORDS_A_MINUTE && !words.containsKey(asked)) {
            return false;
        }
        words.merge(asked, numbers, Numbers::plus);
        return true;
    }

    @Override
    public synchronized List<Count<SearchesCounted>> take(Instant before) {
        List<Count<SearchesCounted>> counts = new ArrayList<>();
        waiting.forEach((minute, words) -> {
            if (minute.begin().isBefore(before)) {
                counts.add(count(minute, words));
            }
        });
        waiting.keySet().removeIf(minute -> minute.begin().isBefore(before));
        return counts;
    }

    @Override
    public void putBack(List<Count<SearchesCounted>> counts) {
        for (Count<SearchesCounted> count : counts) {
            Minute minute = new Minute(count.tenant(), count.event().minute());
            for (Searched s : count.event().searched()) {
                add(
                        minute,
                        new Asked(s.among(), s.words()),
                        new Numbers(s.searches(), s.unanswered(), s.opened()));
            }
        }
    }

    private static Count<SearchesCounted> count(Minute minute, Map<Asked, Numbers> words) {
        List<Searched> searched = new ArrayList<>();
        words.forEach((asked, n) ->
                searched.add(
                        new Searched(
                                asked.among(),
                                asked.words(),
                                n.searches(),
                                n.unanswered(),
                                n.opened())));
        return new Count<>(
                "Searches",
                Ids.named("searches", minute.tenant().toString()),
                minute.tenant(),
                new SearchesCounted(minute.begin(), searched));
    }
}
