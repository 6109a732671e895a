package dev.docket.command.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Cuts rows into batches after which progress is recorded. A ticket remembers a bounded number of
 * the rows that it has seen, so a batch must not hold more rows of one ticket than that: then
 * whatever a crash makes us repeat is recognised.
 */
final class RowBatches {

    private RowBatches() {}

    static List<List<Row>> cut(List<Row> rows, Function<Row, String> ticket, int rowsOfOneTicket) {
        List<List<Row>> batches = new ArrayList<>();
        List<Row> batch = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        for (Row row : rows) {
            if (seen.merge(ticket.apply(row), 1, Integer::sum) > rowsOfOneTicket) {
                batches.add(List.copyOf(batch));
                batch.clear();
                seen.clear();
                seen.put(ticket.apply(row), 1);
            }
            batch.add(row);
        }
        if (!batch.isEmpty()) {
            batches.add(List.copyOf(batch));
        }
        return batches;
    }
}
