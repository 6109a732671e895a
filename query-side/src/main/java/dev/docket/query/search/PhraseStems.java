package dev.docket.query.search;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.util.List;
import java.util.function.Function;

/** The stems of phrases that are looked at again with each search: an organisation's synonyms. */
public final class PhraseStems {

    private static final int MOST = 50_000;

    private final LoadingCache<String, List<String>> stems;

    /**
     * @param stems of a phrase, always the same
     */
    public PhraseStems(Function<String, List<String>> stems) {
        this.stems = Caffeine.newBuilder().maximumSize(MOST).build(stems::apply);
    }

    public List<String> of(String phrase) {
        return stems.get(phrase);
    }
}
