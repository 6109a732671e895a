package dev.docket.command.imports;

import dev.docket.command.decision.RefusedException;
import dev.docket.event.imports.ImportEvent.RefusedRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Turns rows into commands: those of one case one after another, different cases at once. */
final class RowImporter {

    private final Rows tickets;
    private final Rows articles;

    RowImporter(Rows tickets, Rows articles) {
        this.tickets = tickets;
        this.articles = articles;
    }

    /** What the rows of a file become. */
    interface Rows {

        /**
         * @throws RefusedRowException if the row makes no sense
         * @throws RefusedException if a rule refuses what it becomes
         */
        void importRow(ImportState state, Mapping mapping, Row row);
    }

    /** Returns the rows that were refused, in their order. */
    List<RefusedRow> importAll(ImportState state, Mapping mapping, List<Row> batch) {
        Map<String, List<Row>> byCase = new LinkedHashMap<>();
        List<RefusedRow> refused = new ArrayList<>();
        for (Row row : batch) {
            byCase.computeIfAbsent(mapping.caseOrNumber(row), name -> new ArrayList<>()).add(row);
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<RefusedRow>>> cases = new ArrayList<>();
            byCase.values()
                    .forEach(rows ->
                            cases.add(threads.submit(() -> importCase(state, mapping, rows))));
            for (Future<List<RefusedRow>> one : cases) {
                refused.addAll(one.get());
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        refused.sort((a, b) -> Long.compare(a.row(), b.row()));
        return refused;
    }

    private List<RefusedRow> importCase(ImportState state, Mapping mapping, List<Row> rows) {
        Rows kind = mapping.article() == null ? tickets : articles;
        List<RefusedRow> refused = new ArrayList<>();
        for (Row row : rows) {
            try {
                kind.importRow(state, mapping, row);
            } catch (RefusedRowException e) {
                refused.add(new RefusedRow(row.number(), e.rule(), e.reason()));
            } catch (RefusedException e) {
                refused.add(
                        new RefusedRow(
                                row.number(), e.refusal().rule().slug(), e.refusal().detail()));
            }
        }
        return refused;
    }
}
