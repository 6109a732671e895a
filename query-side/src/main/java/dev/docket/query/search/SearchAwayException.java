package dev.docket.query.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Elasticsearch cannot answer now; PostgreSQL may have been able to find a little. */
public class SearchAwayException extends RuntimeException {

    private final transient @Nullable Instead instead;

    public SearchAwayException(String message, @Nullable Throwable cause) {
        super(message, cause);
        this.instead = null;
    }

    private SearchAwayException(SearchAwayException away, Instead instead) {
        super(away.getMessage(), away);
        this.instead = instead;
    }

    /**
     * What was found without Elasticsearch.
     *
     * @param lookedThrough what was compared with the words, for instance {@code titles}
     */
    record Instead(List<?> items, String lookedThrough) {}

    SearchAwayException having(Instead found) {
        return new SearchAwayException(this, found);
    }

    @Nullable Instead instead() {
        return instead;
    }
}
