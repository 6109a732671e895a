package dev.docket.query.search;

import co.elastic.clients.elasticsearch._types.FieldValue;
import dev.docket.query.paging.Cursors;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Where a page of tickets begins, and which stems were doubted: the next page has to doubt the
 * same.
 */
record SearchCursor(SomeWords doubted, ListPlace place) {

    private static final List<Function<String, FieldValue>> ORDER =
            List.of(ListPlace::score, ListPlace::number);

    static SearchCursor parse(String cursor, Cursors cursors) {
        List<String> parts = cursors.parts(cursor, 3, 5);
        try {
            return new SearchCursor(
                    SomeWords.parse(parts.getFirst()),
                    ListPlace.parse(parts.subList(1, parts.size()), ORDER));
        } catch (NumberFormatException e) {
            throw Cursors.forged();
        }
    }

    String text(Cursors cursors) {
        List<String> parts = new ArrayList<>();
        parts.add(doubted.part());
        parts.addAll(place.parts(ORDER.size()));
        return cursors.of(parts.toArray(String[]::new));
    }
}
