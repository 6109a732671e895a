package dev.docket.query.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.UUID;

/**
 * Words that so many tickets of an organisation have that they are no mistakes. A word seldom
 * becomes rare again, so that this may be remembered for a while.
 */
final class KnownWords {

    /** So many tickets have it. */
    static final int FROM = 20;

    private static final int MOST = 200_000;
    private static final Duration REMEMBERED = Duration.ofHours(1);

    private record Word(UUID tenant, String field, String stem) {}

    private final Cache<Word, Boolean> known =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(REMEMBERED).build();

    boolean contains(SearchFilter filter, String stem) {
        return known.getIfPresent(word(filter, stem)) != null;
    }

    void add(SearchFilter filter, String stem) {
        known.put(word(filter, stem), true);
    }

    private static Word word(SearchFilter filter, String stem) {
        return new Word(filter.tenant(), filter.stems(), stem);
    }
}
