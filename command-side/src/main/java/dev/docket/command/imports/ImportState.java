package dev.docket.command.imports;

import dev.docket.event.Recorded;
import dev.docket.event.TenantId;
import dev.docket.event.imports.ImportEvent;
import dev.docket.event.imports.ImportEvent.ImportAdvanced;
import dev.docket.event.imports.ImportEvent.ImportCompleted;
import dev.docket.event.imports.ImportEvent.ImportStarted;
import dev.docket.event.imports.ImportEvent.RefusedRow;
import dev.docket.event.imports.ImportId;
import dev.docket.event.people.PersonId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far an import has come, folded from its stream.
 *
 * @param nextRow the first row that was not answered yet, counted from 1
 */
record ImportState(
        TenantId tenant,
        PersonId importer,
        ImportStarted started,
        long version,
        long nextRow,
        long imported,
        List<RefusedRow> refused,
        boolean completed) {

    ImportId id() {
        return started.importId();
    }

    /** Empty for a stream that is not of an import. */
    static Optional<ImportState> of(List<Recorded> stream) {
        ImportState state = null;
        for (Recorded recorded : stream) {
            if (!(recorded.event() instanceof ImportEvent event)) {
                return Optional.empty();
            }
            state =
                    switch (event) {
                        case ImportStarted e ->
                                new ImportState(
                                        recorded.facts().tenant(),
                                        recorded.facts().actor(),
                                        e,
                                        recorded.version(),
                                        1,
                                        0,
                                        List.of(),
                                        false);
                        case ImportAdvanced e -> started(state).advanced(e, recorded.version());
                        case ImportCompleted _ -> started(state).completedAt(recorded.version());
                    };
        }
        return Optional.ofNullable(state);
    }

    private static ImportState started(@Nullable ImportState state) {
        if (state == null) {
            throw new IllegalStateException("An import that never started");
        }
        return state;
    }

    private ImportState advanced(ImportAdvanced e, long to) {
        List<RefusedRow> all = new ArrayList<>(refused);
        all.addAll(e.refused());
        return new ImportState(
                tenant, importer, started, to, e.toRow() + 1, imported + e.imported(), all, false);
    }

    private ImportState completedAt(long to) {
        return new ImportState(tenant, importer, started, to, nextRow, imported, refused, true);
    }
}
