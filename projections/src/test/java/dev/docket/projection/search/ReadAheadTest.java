package dev.docket.projection.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.projection.running.StoreAwayException;
import dev.docket.projection.search.IndexedView.Batch;
import dev.docket.projection.search.IndexedView.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReadAheadTest {

    private static final int LIMIT = 7;
    private static final long LAST = 100;

    private static Batch batch(long change) {
        List<ChangedDocument> documents =
                LongStream.rangeClosed(change + 1, Math.min(LAST, change + LIMIT))
                        .mapToObj(n -> new ChangedDocument(n, new UUID(0, n), n, "document " + n))
                        .toList();
        return new Batch(new Source(1, LAST), documents, documents.size() < LIMIT);
    }

    private static List<Long> changes(Batch batch) {
        return batch.documents().stream().map(ChangedDocument::change).toList();
    }

    @Test
    void every_change_is_met_once_and_in_order() {
        ReadAhead all = new ReadAhead(ReadAheadTest::batch);
        List<Long> met = new ArrayList<>();
        Batch batch = all.after(0);
        met.addAll(changes(batch));
        while (!batch.isEnd()) {
            batch = all.after(batch.lastChange(0));
            met.addAll(changes(batch));
        }

        assertThat(met).isEqualTo(LongStream.rangeClosed(1, LAST).boxed().toList());
    }

    @Test
    void what_was_read_ahead_is_not_read_again() {
        AtomicInteger reads = new AtomicInteger();
        ReadAhead all =
                new ReadAhead(change -> {
                    reads.incrementAndGet();
                    return batch(change);
                });
        for (long change = 0; change < LAST; change += LIMIT) {
            all.after(change);
        }

        assertThat(reads).hasValue((int) Math.ceilDiv(LAST, LIMIT));
    }

    @Test
    void whoever_asks_from_elsewhere_gets_what_comes_after_that() {
        ReadAhead all = new ReadAhead(ReadAheadTest::batch);
        all.after(0);

        assertThat(changes(all.after(0))).isEqualTo(changes(batch(0)));
        assertThat(changes(all.after(50))).isEqualTo(changes(batch(50)));
        assertThat(changes(all.after(57))).isEqualTo(changes(batch(57)));
    }

    @Test
    void a_read_that_failed_is_told_and_tried_again() {
        AtomicBoolean away = new AtomicBoolean();
        ReadAhead all =
                new ReadAhead(change -> {
                    if (change == LIMIT && away.compareAndSet(false, true)) {
                        throw new StoreAwayException("PostgreSQL is away");
                    }
                    return batch(change);
                });
        all.after(0);

        assertThatThrownBy(() -> all.after(LIMIT)).isInstanceOf(StoreAwayException.class);
        assertThat(changes(all.after(LIMIT))).isEqualTo(changes(batch(LIMIT)));
    }
}
