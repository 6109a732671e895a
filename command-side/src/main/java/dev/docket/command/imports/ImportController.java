package dev.docket.command.imports;

import static dev.docket.event.people.Role.ADMIN;
import static dev.docket.event.people.Role.LEAD;

import dev.docket.edge.Allowed;
import dev.docket.edge.Caller;
import dev.docket.edge.Problem;
import dev.docket.event.imports.ImportEvent.RefusedRow;
import dev.docket.event.imports.ImportId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Imports over HTTP: an import is started with a mapping, then its rows follow in chunks. The same
 * file with the same mapping is the same import, which says with which row it goes on.
 */
@RestController
@RequestMapping("/api/v1/imports")
class ImportController {

    private static final CSVFormat CSV =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    private static final int MOST_ROWS = 5_000;

    private final Imports imports;

    ImportController(Imports imports) {
        this.imports = imports;
    }

    /**
     * @param format of the rows: {@code csv} or {@code jsonl}
     * @param fingerprint SHA-256 of the file, in hexadecimal
     * @param rows how many rows the file has, without its header
     */
    record Start(
            @Nullable @Pattern(regexp = "csv|jsonl", message = "is csv or jsonl") String format,
            @NotNull(message = "is required")
                    @Pattern(regexp = "[0-9a-f]{64}", message = "is a SHA-256 in hexadecimal")
                    String fingerprint,
            @Valid @NotNull(message = "is required") Mapping mapping,
            long rows) {}

    /**
     * @param nextRow the first row that was not answered yet, counted from 1
     * @param imported rows that became commands
     * @param refused rows that could not
     */
    record Progress(
            ImportId id,
            String source,
            long rows,
            long nextRow,
            long imported,
            long refused,
            boolean completed) {

        static Progress of(ImportState state) {
            return new Progress(
                    state.id(),
                    state.started().source(),
                    state.started().rows(),
                    state.nextRow(),
                    state.imported(),
                    state.refused().size(),
                    state.completed());
        }
    }

    /**
     * A mapping that comes with Docket.
     *
     * @param columns that a file has to have, others being left aside
     */
    record Shipped(String name, Set<String> columns, Mapping mapping) {}

    record ShippedOnes(List<Shipped> items) {}

    /** With which an import can be started as it is. */
    @GetMapping("/mappings")
    @Allowed({LEAD, ADMIN})
    ShippedOnes mappings() {
        return new ShippedOnes(ShippedMappings.NAMES.stream().map(this::shipped).toList());
    }

    private Shipped shipped(String name) {
        Mapping mapping = imports.shipped(name);
        return new Shipped(name, mapping.columns(), mapping);
    }

    @PostMapping
    @Allowed({LEAD, ADMIN})
    ResponseEntity<Progress> start(@Valid @RequestBody Start body, Caller caller) {
        ImportState state = imports.start(caller, body.mapping(), body.fingerprint(), body.rows());
        URI location = URI.create("/api/v1/imports/" + state.id());
        boolean isNew = state.nextRow() == 1;
        return (isNew ? ResponseEntity.created(location) : ResponseEntity.ok().location(location))
                .body(Progress.of(state));
    }

    /** A chunk: the header line and at most 5,000 rows, the first of which is row {@code from}. */
    @PostMapping(value = "/{id}/rows", consumes = "text/csv")
    @Allowed({LEAD, ADMIN})
    Progress rows(
            @PathVariable UUID id,
            @RequestParam long from,
            @RequestBody String csv,
            Caller caller) {
        ImportState state = find(id, caller);
        List<Row> rows = parse(csv, from, imports.mapping(state).columns());
        return Progress.of(imports.advance(state, caller, rows));
    }

    /** A chunk of at most 5,000 lines, each a flat JSON object. */
    @PostMapping(value = "/{id}/rows", consumes = "application/jsonl")
    @Allowed({LEAD, ADMIN})
    Progress lines(
            @PathVariable UUID id,
            @RequestParam long from,
            @RequestBody String lines,
            Caller caller) {
        ImportState state = find(id, caller);
        return Progress.of(imports.advance(state, caller, JsonLines.parse(lines, from, MOST_ROWS)));
    }

    @GetMapping("/{id}")
    @Allowed({LEAD, ADMIN})
    Progress progress(@PathVariable UUID id, Caller caller) {
        return Progress.of(find(id, caller));
    }

    @GetMapping("/{id}/refusals")
    @Allowed({LEAD, ADMIN})
    Map<String, List<RefusedRow>> refusals(@PathVariable UUID id, Caller caller) {
        return Map.of("items", find(id, caller).refused());
    }

    private ImportState find(UUID id, Caller caller) {
        return imports.find(new ImportId(id), caller.tenant())
                .orElseThrow(() ->
                        Problem.of(HttpStatus.NOT_FOUND, "not-found", "There is no such import")
                                .asException());
    }

    private static List<Row> parse(String csv, long from, Set<String> columns) {
        List<Row> rows = new ArrayList<>();
        try (CSVParser parser =
                CSVParser.builder().setReader(new StringReader(csv)).setFormat(CSV).get()) {
            mustHave(columns, parser.getHeaderNames());
            for (CSVRecord record : parser) {
                rows.add(new Row(from + rows.size(), record.toMap()));
                if (rows.size() > MOST_ROWS) {
                    throw malformed("A chunk has at most %d rows".formatted(MOST_ROWS));
                }
            }
        } catch (UncheckedIOException | IOException | IllegalArgumentException e) {
            throw malformed("The rows are not CSV (RFC 4180): " + e.getMessage());
        }
        return rows;
    }

    private static void mustHave(Set<String> columns, List<String> header) {
        List<String> missing = columns.stream().filter(column -> !header.contains(column)).toList();
        if (!missing.isEmpty()) {
            throw new Problem(
                            HttpStatus.UNPROCESSABLE_CONTENT,
                            "import-columns-missing",
                            "The mapping names columns that the file does not have: %s; it has %s"
                                    .formatted(
                                            String.join(", ", missing), String.join(", ", header)),
                            "mapping")
                    .asException();
        }
    }

    private static RuntimeException malformed(String detail) {
        return Problem.of(HttpStatus.BAD_REQUEST, "malformed-csv", detail).asException();
    }
}
