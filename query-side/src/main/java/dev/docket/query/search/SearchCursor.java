package dev.docket.query.search;

import co.elastic.clients.elasticsearch._types.FieldValue;
import dev.docket.query.paging.Cursors;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The last ticket of a page, by what the list is ordered by, and which words were doubted: the next
 * page has to doubt the same.
 *
 * @param doubted by their places among the stems
 */
record SearchCursor(BitSet doubted, double score, long number) {

    static SearchCursor of(List<String> stems, Set<String> doubted, List<FieldValue> sort) {
        BitSet places = new BitSet();
        for (int place = 0; place < stems.size(); place++) {
            places.set(place, doubted.contains(stems.get(place)));
        }
        return new SearchCursor(places, sort.get(0).doubleValue(), sort.get(1).longValue());
    }

    static SearchCursor parse(String cursor, Cursors cursors) {
        List<String> parts = cursors.parts(cursor, 3);
        try {
            BitSet doubted = BitSet.valueOf(new long[] {Long.parseUnsignedLong(parts.get(0), 16)});
            double score = Double.parseDouble(parts.get(1));
            if (!(Math.abs(score) <= Float.MAX_VALUE)) {
                throw Cursors.forged();
            }
            return new SearchCursor(doubted, score, Long.parseLong(parts.get(2)));
        } catch (NumberFormatException e) {
            throw Cursors.forged();
        }
    }

    String text(Cursors cursors) {
        long[] places = doubted.toLongArray();
        return cursors.of(
                Long.toHexString(places.length == 0 ? 0 : places[0]),
                Double.toString(score),
                Long.toString(number));
    }

    /** Places beyond the last stem, which only a forged cursor has, say nothing. */
    Set<String> doubted(List<String> stems) {
        return doubted.stream()
                .filter(place -> place < stems.size())
                .mapToObj(stems::get)
                .collect(Collectors.toSet());
    }
}
