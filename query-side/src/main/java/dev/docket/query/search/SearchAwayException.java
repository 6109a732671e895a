package dev.docket.query.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Elasticsearch cannot answer now; PostgreSQL may have been able to find a little. */
public final class SearchAwayException extends RuntimeException {

    private final transient @Nullable Instead instead;
    private final boolean crowd;

    public SearchAwayException(String message, @Nullable Throwable cause) {
        super(message, cause);
        this.instead = null;
        this.crowd = false;
    }

    private SearchAwayException(String message) {
        super(message);
        this.instead = null;
        this.crowd = true;
    }

    /** More ask than can be answered; asking another store as well would only burden that too. */
    static SearchAwayException crowd() {
        return new SearchAwayException("Too many searches at once");
    }

    boolean isCrowd() {
        return crowd;
    }

    private SearchAwayException(SearchAwayException away, Instead instead) {
        super(away.getMessage(), away);
        this.instead = instead;
        this.crowd = false;
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
