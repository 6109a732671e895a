package dev.docket.command.imports.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import tools.jackson.databind.JsonNode;

/** Sends a file's rows in chunks, from where the platform says that it stopped. */
final class Transfer {

    private static final int ROWS_PER_CHUNK = 1_000;
    private static final int CHARACTERS_PER_CHUNK = 500_000;

    private final Remote remote;
    private final DataFile file;
    private final ProgressBar progress;
    private final Path report;

    Transfer(Remote remote, DataFile file, ProgressBar progress, Path report) {
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
        try (DataFile.Rows rows = file.open()) {
            long next = 1;
            while (rows.hasNext() && next < state.path("nextRow").asLong()) {
                rows.skip();
                next++;
            }
            show(state);
            while (rows.hasNext()) {
                DataFile.Chunk chunk = rows.next(ROWS_PER_CHUNK, CHARACTERS_PER_CHUNK);
                String path = "/api/v1/imports/" + id + "/rows?from=" + next;
                state = remote.post(path, file.contentType(), chunk.text());
                next += chunk.rows();
                show(state);
            }
        } finally {
            progress.finish();
        }
        return report(state);
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
                        file.place(row.path("row").asLong()),
                        row.path("rule").asString(),
                        row.path("reason").asString());
            }
        }
    }
}
