package dev.docket.query.knowledge;

import co.elastic.clients.elasticsearch._types.FieldValue;
import dev.docket.query.paging.Cursors;
import dev.docket.query.search.FusedPlace;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where a page ended, and how lenient the search was: the next page has to be the same.
 *
 * @param someWordsWill whether a few of the words were enough
 * @param misspelt which words may have been misspelt, by their places among those that may be
 * @param last what the words found last; empty while the list is still fused
 * @param fused how far the fused part of the list was shown
 */
record ArticleCursor(
        boolean someWordsWill, BitSet misspelt, Optional<Last> last, FusedPlace fused) {

    private static final String ALL = "all";

    /**
     * An article, by what the list is ordered by.
     *
     * @param write when the index took the article in, which tells those apart that are equal in
     *     the rest
     */
    record Last(double score, String title, long write) {

        static Last of(List<FieldValue> sort) {
            return new Last(
                    sort.get(0).doubleValue(), sort.get(1).stringValue(), sort.get(2).longValue());
        }

        List<FieldValue> sort() {
            return List.of(FieldValue.of(score), FieldValue.of(title), FieldValue.of(write));
        }
    }

    static ArticleCursor of(
            List<String> words, Leniency leniency, Optional<Last> last, FusedPlace fused) {
        BitSet places = new BitSet();
        for (int place = 0; place < words.size(); place++) {
            places.set(place, leniency.misspelt().contains(words.get(place)));
        }
        return new ArticleCursor(leniency.someWordsWill(), places, last, fused);
    }

    static ArticleCursor parse(String cursor, Cursors cursors) {
        List<String> parts = cursors.parts(cursor, 4, 6);
        try {
            boolean someWordsWill = !parts.get(0).equals(ALL);
            long places = someWordsWill ? Long.parseUnsignedLong(parts.get(0), 16) : 0;
            BitSet misspelt = BitSet.valueOf(new long[] {places});
            FusedPlace fused = FusedPlace.parse(parts.subList(4, parts.size()));
            boolean isFused = !fused.nearest().isEmpty() && parts.get(1).isEmpty();
            return new ArticleCursor(
                    someWordsWill,
                    misspelt,
                    isFused ? Optional.empty() : Optional.of(last(parts.subList(1, 4))),
                    fused);
        } catch (NumberFormatException e) {
            throw Cursors.forged();
        }
    }

    private static Last last(List<String> parts) {
        Last last =
                new Last(
                        Double.parseDouble(parts.get(0)),
                        parts.get(1),
                        Long.parseLong(parts.get(2)));
        if (!(Math.abs(last.score()) <= Float.MAX_VALUE)) {
            throw Cursors.forged();
        }
        return last;
    }

    String text(Cursors cursors) {
        long[] places = misspelt.toLongArray();
        List<String> parts = new ArrayList<>();
        parts.add(someWordsWill ? Long.toHexString(places.length == 0 ? 0 : places[0]) : ALL);
        parts.add(last.map(article -> Double.toString(article.score())).orElse(""));
        parts.add(last.map(Last::title).orElse(""));
        parts.add(last.map(article -> Long.toString(article.write())).orElse(""));
        parts.addAll(fused.parts());
        return cursors.of(parts.toArray(String[]::new));
    }

    /** Places beyond the last word, which only a forged cursor has, say nothing. */
    Leniency leniency(List<String> words) {
        Set<String> mayBeMisspelt =
                misspelt.stream()
                        .filter(place -> place < words.size())
                        .mapToObj(words::get)
                        .collect(Collectors.toSet());
        return new Leniency(someWordsWill, mayBeMisspelt);
    }
}
