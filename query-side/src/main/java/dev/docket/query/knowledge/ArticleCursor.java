package dev.docket.query.knowledge;

import co.elastic.clients.elasticsearch._types.FieldValue;
import dev.docket.query.paging.Cursors;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The last article of a page, by what the list is ordered by, and how lenient the search was: the
 * next page has to be the same.
 *
 * @param someWordsWill whether a few of the words were enough
 * @param misspelt which words may have been misspelt, by their places among those that may be
 * @param write when the index took the article in, which tells those apart that are equal in the
 *     rest
 */
record ArticleCursor(
        boolean someWordsWill, BitSet misspelt, double score, String title, long write) {

    private static final String ALL = "all";

    static ArticleCursor of(List<String> words, Leniency leniency, List<FieldValue> sort) {
        BitSet places = new BitSet();
        for (int place = 0; place < words.size(); place++) {
            places.set(place, leniency.misspelt().contains(words.get(place)));
        }
        return new ArticleCursor(
                leniency.someWordsWill(),
                places,
                sort.get(0).doubleValue(),
                sort.get(1).stringValue(),
                sort.get(2).longValue());
    }

    static ArticleCursor parse(String cursor, Cursors cursors) {
        List<String> parts = cursors.parts(cursor, 4);
        try {
            boolean someWordsWill = !parts.get(0).equals(ALL);
            long places = someWordsWill ? Long.parseUnsignedLong(parts.get(0), 16) : 0;
            BitSet misspelt = BitSet.valueOf(new long[] {places});
            double score = Double.parseDouble(parts.get(1));
            if (!(Math.abs(score) <= Float.MAX_VALUE)) {
                throw Cursors.forged();
            }
            return new ArticleCursor(
                    someWordsWill, misspelt, score, parts.get(2), Long.parseLong(parts.get(3)));
        } catch (NumberFormatException e) {
            throw Cursors.forged();
        }
    }

    String text(Cursors cursors) {
        long[] places = misspelt.toLongArray();
        return cursors.of(
                someWordsWill ? Long.toHexString(places.length == 0 ? 0 : places[0]) : ALL,
                Double.toString(score),
                title,
                Long.toString(write));
    }

    List<FieldValue> after() {
        return List.of(FieldValue.of(score), FieldValue.of(title), FieldValue.of(write));
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
