package dev.docket.projection.search;

import dev.docket.projection.search.IndexedView.Batch;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Reads what comes next while Elasticsearch takes what came before. What is read may have changed
 * when it is asked for; then it has a later change, and is met once more. For one thread.
 */
final class ReadAhead {

    private final LongFunction<Batch> view;
    private long change;
    private @Nullable CompletableFuture<Batch> next;

    /**
     * @param view gives what comes after a change
     */
    ReadAhead(LongFunction<Batch> view) {
        this.view = view;
    }

    /**
     * The batch after a change; the one after that is then read beside whatever the caller does.
     */
    Batch after(long asked) {
        CompletableFuture<Batch> read = next;
        next = null;
        Batch batch = read != null && change == asked ? joined(read) : view.apply(asked);
        if (!batch.isEnd()) {
            long last = batch.lastChange(asked);
            change = last;
            next =
                    CompletableFuture.supplyAsync(
                            () -> view.apply(last), Thread::startVirtualThread);
        }
        return batch;
    }

    private static Batch joined(CompletableFuture<Batch> read) {
        try {
            return read.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw failed;
        }
    }
}
