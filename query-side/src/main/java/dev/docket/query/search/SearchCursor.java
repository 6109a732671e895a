package dev.docket.query.search;

import co.elastic.clients.elasticsearch._types.FieldValue;
import dev.docket.query.paging.Cursors;
import dev.docket.query.search.SearchQuery.Strictness;
import java.util.List;

/** The last ticket of a page, by what the list is ordered by, and how its words were compared. */
record SearchCursor(Strictness strictness, double score, long number) {

    static SearchCursor of(Strictness strictness, List<FieldValue> sort) {
        return new SearchCursor(strictness, sort.get(0).doubleValue(), sort.get(1).longValue());
    }

    static SearchCursor parse(String cursor, Cursors cursors) {
        List<String> parts = cursors.parts(cursor, 3);
        try {
            double score = Double.parseDouble(parts.get(1));
            if (!(Math.abs(score) <= Float.MAX_VALUE)) {
                throw Cursors.forged();
            }
            return new SearchCursor(
                    Strictness.valueOf(parts.get(0)), score, Long.parseLong(parts.get(2)));
        } catch (IllegalArgumentException e) {
            throw Cursors.forged();
        }
    }

    String text(Cursors cursors) {
        return cursors.of(strictness.name(), Double.toString(score), Long.toString(number));
    }
}
