package dev.docket.query.paging;

import org.jspecify.annotations.Nullable;

/** An answer that may be a part of a list. */
public interface Paged {

    /** Where the next part begins, or null after the last. */
    @Nullable String nextCursor();
}
