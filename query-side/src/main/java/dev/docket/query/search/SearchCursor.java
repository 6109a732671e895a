package dev.docket.query.search;

import co.elastic.clients.elasticsearch._types.FieldValue;
import dev.docket.query.paging.Cursors;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where a page ended, and which words were doubted: the next page has to doubt the same.
 *
 * @param doubted by their places among the stems
 * @param last what the words found last; empty while the list is still fused
 * @param fused how far the fused part of the list was shown
 */
record SearchCursor(BitSet doubted, Optional<Last> last, FusedPlace fused) {

    /** A ticket, by what the list is ordered by. */
    record Last(double score, long number) {

        static Last of(List<FieldValue> sort) {
            return new Last(sort.get(0).doubleValue(), sort.get(1).longValue());
        }

        List<FieldValue> sort() {
            return List.of(FieldValue.of(score), FieldValue.of(number));
        }
    }

    static SearchCursor of(
            List<String> stems, Set<String> doubted, Optional<Last> last, FusedPlace fused) {
        BitSet places = new BitSet();
        for (int place = 0; place < stems.size(); place++) {
            places.set(place, doubted.contains(stems.get(place)));
        }
        return new SearchCursor(places, last, fused);
    }

    static SearchCursor parse(String cursor, Cursors cursors) {
        List<String> parts = cursors.parts(cursor, 3, 5);
        try {
            BitSet doubted = BitSet.valueOf(new long[] {Long.parseUnsignedLong(parts.get(0), 16)});
            FusedPlace fused = FusedPlace.parse(parts.subList(3, parts.size()));
            boolean isFused = !fused.nearest().isEmpty() && parts.get(1).isEmpty();
            return new SearchCursor(
                    doubted,
                    isFused ? Optional.empty() : Optional.of(last(parts.get(1), parts.get(2))),
                    fused);
        } catch (NumberFormatException e) {
            throw Cursors.forged();
        }
    }

    private static Last last(String score, String number) {
        Last last = new Last(Double.parseDouble(score), Long.parseLong(number));
        if (!(Math.abs(last.score()) <= Float.MAX_VALUE)) {
            throw Cursors.forged();
        }
        return last;
    }

    String text(Cursors cursors) {
        long[] places = doubted.toLongArray();
        List<String> parts = new ArrayList<>();
        parts.add(Long.toHexString(places.length == 0 ? 0 : places[0]));
        parts.add(last.map(ticket -> Double.toString(ticket.score())).orElse(""));
        parts.add(last.map(ticket -> Long.toString(ticket.number())).orElse(""));
        parts.addAll(fused.parts());
        return cursors.of(parts.toArray(String[]::new));
    }

    /** Places beyond the last stem, which only a forged cursor has, say nothing. */
    Set<String> doubted(List<String> stems) {
        return doubted.stream()
                .filter(place -> place < stems.size())
                .mapToObj(stems::get)
                .collect(Collectors.toSet());
    }
}
