package dev.docket.query.search;

import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Some of the words of a question, in little room.
 *
 * @param places theirs among all of them
 */
public record SomeWords(BitSet places) {

    public static SomeWords of(List<String> all, Set<String> some) {
        BitSet places = new BitSet();
        for (int place = 0; place < all.size(); place++) {
            places.set(place, some.contains(all.get(place)));
        }
        return new SomeWords(places);
    }

    /**
     * @param part of a cursor, as {@link #part} makes it
     * @throws NumberFormatException if it is none
     */
    public static SomeWords parse(String part) {
        return new SomeWords(BitSet.valueOf(new long[] {Long.parseUnsignedLong(part, 16)}));
    }

    /** Of the first 64 words. */
    public String part() {
        long[] bits = places.toLongArray();
        return Long.toHexString(bits.length == 0 ? 0 : bits[0]);
    }

    /** Places beyond the last word, which only a forged cursor has, say nothing. */
    public Set<String> among(List<String> all) {
        return places.stream()
                .filter(place -> place < all.size())
                .mapToObj(all::get)
                .collect(Collectors.toSet());
    }
}
