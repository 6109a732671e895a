package dev.docket.query.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.docket.query.search.SearchIndex.Frequencies;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How rare words are in a field of an index. That changes slowly and only weighs words against each
 * other, so that it may be remembered for a while; a word that nobody has may be there tomorrow,
 * and is asked for each time.
 */
public final class WordFrequencies {

    private static final int MOST = 200_000;
    private static final Duration REMEMBERED = Duration.ofMinutes(10);

    private final SearchIndex index;
    private final String field;
    private final Cache<String, Double> rarities =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(REMEMBERED).build();

    /**
     * @param field of stems parted by spaces
     */
    public WordFrequencies(SearchIndex index, String field) {
        this.index = index;
        this.field = field;
    }

    /**
     * The stems of a text that tell most.
     *
     * @param stems of the text, repeated ones as often as they occur
     * @throws SearchAwayException if the index does not answer
     */
    public TellingWords telling(List<String> stems, int most) {
        Map<String, Long> times = TellingWords.times(stems);
        Map<String, Double> known = new HashMap<>();
        List<String> unknown = new ArrayList<>();
        for (String stem : times.keySet()) {
            Double rarity = rarities.getIfPresent(stem);
            if (rarity == null) {
                unknown.add(stem);
            } else {
                known.put(stem, rarity);
            }
        }
        if (!unknown.isEmpty()) {
            Frequencies frequencies = index.frequencies(field, unknown);
            frequencies
                    .having()
                    .forEach((stem, documents) -> {
                        double rarity = rarity(frequencies.documents(), documents);
                        rarities.put(stem, rarity);
                        known.put(stem, rarity);
                    });
        }
        return TellingWords.of(times, known, most);
    }

    private static double rarity(long documents, long having) {
        return Math.log(1 + (Math.max(0, documents - having) + 0.5) / (having + 0.5));
    }
}
