package dev.docket.query.knowledge;

import co.elastic.clients.elasticsearch._types.FieldValue;
import dev.docket.query.paging.Cursors;
import dev.docket.query.search.ListPlace;
import dev.docket.query.search.SomeWords;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Where a page of articles begins, and how lenient the search was: the next page has to be the
 * same.
 *
 * @param someWordsWill whether a few of the words were enough
 * @param misspelt which of those that may be misspelt may have been
 */
record ArticleCursor(boolean someWordsWill, SomeWords misspelt, ListPlace place) {

    private static final String ALL = "all";

    /** By score, title, and when the index took the article in, which none shares. */
    private static final List<Function<String, FieldValue>> ORDER =
            List.of(ListPlace::score, FieldValue::of, ListPlace::number);

    static ArticleCursor of(List<String> words, Leniency leniency, ListPlace place) {
        return new ArticleCursor(
                leniency.someWordsWill(), SomeWords.of(words, leniency.misspelt()), place);
    }

    static ArticleCursor parse(String cursor, Cursors cursors) {
        List<String> parts = cursors.parts(cursor, 4, 6);
        try {
            boolean someWordsWill = !parts.getFirst().equals(ALL);
            return new ArticleCursor(
                    someWordsWill,
                    SomeWords.parse(someWordsWill ? parts.getFirst() : "0"),
                    ListPlace.parse(parts.subList(1, parts.size()), ORDER));
        } catch (NumberFormatException e) {
            throw Cursors.forged();
        }
    }

    String text(Cursors cursors) {
        List<String> parts = new ArrayList<>();
        parts.add(someWordsWill ? misspelt.part() : ALL);
        parts.addAll(place.parts(ORDER.size()));
        return cursors.of(parts.toArray(String[]::new));
    }

    Leniency leniency(List<String> words) {
        return new Leniency(someWordsWill, misspelt.among(words));
    }
}
