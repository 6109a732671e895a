package dev.docket.command.imports.cli;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import tools.jackson.databind.JsonNode;

/** Sends a file's rows in chunks, from where the platform says that it stopped. */
final class Transfer {

    private static final int ROWS_PER_CHUNK = 1_000;
    private static final int CHARACTERS_PER_CHUNK = 500_000;

    private final Remote remote;
    private final CsvFile file;
    private final ProgressBar progress;
    private final Path report;

    Transfer(Remote remote, CsvFile file, ProgressBar progress, Path report) {
        this.remote = remote;
        this.file = file;
        this.progress = progress;
        this.report = report;
    }

    record Result(long imported, long refused) {}

    Result run(String format, String mapping) throws IOException, InterruptedException {
        JsonNode state =
                remote.post(
                        "/api/v1/imports",
                        Map.of(
                                "format", format,
                                "fingerprint", file.fingerprint(),
                                "mapping", remote.parse(mapping),
                                "rows", file.rows()));
        String id = state.path("id").asString();
        try (CSVParser rows = file.parse()) {
            Iterator<CSVRecord> iterator = rows.iterator();
            long next = 1;
            while (iterator.hasNext() && next < state.path("nextRow").asLong()) {
                iterator.next();
                next++;
            }
            show(state);
            while (iterator.hasNext()) {
                Chunk chunk = chunk(rows, iterator);
                state = remote.postCsv("/api/v1/imports/" + id + "/rows?from=" + next, chunk.csv());
                next += chunk.rows();
                show(state);
            }
        } finally {
            progress.finish();
        }
        return report(state);
    }

    private record Chunk(String csv, int rows) {}

    private static Chunk chunk(CSVParser header, Iterator<CSVRecord> rows) throws IOException {
        StringWriter csv = new StringWriter();
        int count = 0;
        try (CSVPrinter printer = new CSVPrinter(csv, CSVFormat.RFC4180)) {
            printer.printRecord(header.getHeaderNames());
            while (rows.hasNext()
                    && count < ROWS_PER_CHUNK
                    && csv.getBuffer().length() < CHARACTERS_PER_CHUNK) {
                printer.printRecord(rows.next());
                count++;
            }
        }
        return new Chunk(csv.toString(), count);
    }

    private void show(JsonNode state) {
        progress.show(
                state.path("nextRow").asLong() - 1, file.rows(), state.path("refused").asLong());
    }

    private Result report(JsonNode state) throws IOException, InterruptedException {
        long refused = state.path("refused").asLong();
        if (refused > 0) {
            writeReport(state.path("id").asString());
        }
        return new Result(state.path("imported").asLong(), refused);
    }

    private void writeReport(String id) throws IOException, InterruptedException {
        try (CSVPrinter printer =
                new CSVPrinter(Files.newBufferedWriter(report), CSVFormat.RFC4180)) {
            printer.printRecord("row", "rule", "reason");
            for (JsonNode row : remote.get("/api/v1/imports/" + id + "/refusals").path("items")) {
                printer.printRecord(
                        row.path("row").asLong(),
                        row.path("rule").asString(),
                        row.path("reason").asString());
            }
        }
    }
}
