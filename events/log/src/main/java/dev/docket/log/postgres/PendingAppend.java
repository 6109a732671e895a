package dev.docket.log.postgres;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** What one unit of work wants appended, all or nothing, and the promise of where it ended up. */
record PendingAppend(List<EventRow> rows, CompletableFuture<Long> lastPosition) {

    PendingAppend(List<EventRow> rows) {
        this(List.copyOf(rows), new CompletableFuture<>());
    }

    void succeeded(long position) {
        lastPosition.complete(position);
    }

    void failed(RuntimeException cause) {
        lastPosition.completeExceptionally(cause);
    }
}
