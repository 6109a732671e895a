package dev.docket.command.imports;

import dev.docket.edge.Caller;
import dev.docket.edge.Problem;
import dev.docket.event.Facts;
import dev.docket.event.Ids;
import dev.docket.event.TenantId;
import dev.docket.event.imports.ImportEvent;
import dev.docket.event.imports.ImportEvent.ImportAdvanced;
import dev.docket.event.imports.ImportEvent.ImportCompleted;
import dev.docket.event.imports.ImportEvent.ImportStarted;
import dev.docket.event.imports.ImportEvent.RefusedRow;
import dev.docket.event.imports.ImportId;
import dev.docket.log.FactsMetaData;
import dev.docket.log.LogReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.ConcurrencyException;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.json.JsonMapper;

/**
 * Imports and how far they have come. Progress is recorded after each batch of rows; what is sent
 * again after an interruption is recognised, row by row, by what the rows have become.
 */
final class Imports {

    private final EventStore events;
    private final LogReader log;
    private final RowImporter rows;
    private final JsonMapper json;
    private final Map<ImportId, ReentrantLock> running = new ConcurrentHashMap<>();

    Imports(EventStore events, LogReader log, RowImporter rows, JsonMapper json) {
        this.events = events;
        this.log = log;
        this.rows = rows;
        this.json = json;
    }

    /** Starts an import, or finds the one of the same file and mapping. */
    ImportState start(Caller caller, Mapping mapping, String fingerprint, long rowCount) {
        if (!mapping.isDecided()) {
            throw new Problem(
                            HttpStatus.UNPROCESSABLE_CONTENT,
                            "import-undecided",
                            "A mapping has an 'opening' for tickets or an 'article', not both",
                            "mapping")
                    .asException();
        }
        String document = json.writeValueAsString(mapping);
        ImportId id =
                new ImportId(
                        Ids.named("import", caller.tenant().toString(), fingerprint, document));
        Optional<ImportState> known = find(id, caller.tenant());
        if (known.isPresent()) {
            return known.get();
        }
        try {
            append(
                    caller,
                    id,
                    0,
                    new ImportStarted(id, mapping.source(), fingerprint, document, rowCount));
        } catch (ConcurrencyException startedMeanwhile) {
            return find(id, caller.tenant()).orElseThrow(() -> startedMeanwhile);
        }
        return find(id, caller.tenant()).orElseThrow();
    }

    Optional<ImportState> find(ImportId id, TenantId tenant) {
        return ImportState.of(log.readStream(id.value()))
                .filter(state -> state.tenant().equals(tenant));
    }

    /**
     * Imports rows that follow on what was imported; those that were answered before are passed
     * over.
     */
    ImportState advance(ImportState known, Caller caller, List<Row> sent) {
        ReentrantLock lock = running.computeIfAbsent(known.id(), id -> new ReentrantLock());
        lock.lock();
        try {
            ImportState state = find(known.id(), caller.tenant()).orElseThrow();
            if (!sent.isEmpty() && sent.getFirst().number() > state.nextRow()) {
                throw outOfOrder(state);
            }
            return importRows(state, caller, sent);
        } catch (ConcurrencyException anotherNodeIsAtIt) {
            throw outOfOrder(find(known.id(), caller.tenant()).orElseThrow());
        } finally {
            lock.unlock();
        }
    }

    Mapping shipped(String name) {
        return json.readValue(ShippedMappings.named(name).orElseThrow(), Mapping.class);
    }

    Mapping mapping(ImportState state) {
        return json.readValue(state.started().mapping(), Mapping.class);
    }

    private ImportState importRows(ImportState begin, Caller caller, List<Row> sent) {
        Mapping mapping = mapping(begin);
        List<Row> open = sent.stream().filter(row -> row.number() >= begin.nextRow()).toList();
        long version = begin.version();
        for (List<Row> batch : RowBatches.cut(open, mapping::caseOrNumber, ROWS_OF_ONE)) {
            List<RefusedRow> refused = rows.importAll(begin, mapping, batch);
            long from = batch.getFirst().number();
            long to = batch.getLast().number();
            append(
                    caller,
                    begin.id(),
                    ++version,
                    new ImportAdvanced(
                            begin.id(), from, to, batch.size() - refused.size(), refused));
        }
        ImportState state = find(begin.id(), caller.tenant()).orElseThrow();
        if (state.nextRow() > state.started().rows() && !state.completed()) {
            append(
                    caller,
                    state.id(),
                    ++version,
                    new ImportCompleted(state.id(), state.imported(), state.refused().size()));
        }
        return find(begin.id(), caller.tenant()).orElseThrow();
    }

    /** Below what a ticket remembers, because a row may need several commands. */
    private static final int ROWS_OF_ONE = 100;

    private void append(Caller caller, ImportId id, long version, ImportEvent event) {
        UUID command = UUID.randomUUID();
        Facts facts =
                new Facts(
                        caller.tenant(),
                        caller.person(),
                        "ImportRows",
                        command,
                        id.value(),
                        caller.origin(),
                        null,
                        null,
                        null);
        List<GenericDomainEventMessage<ImportEvent>> message = new ArrayList<>();
        message.add(
                new GenericDomainEventMessage<>(
                        "Import", id.toString(), version, event, FactsMetaData.of(facts)));
        events.publish(message);
    }

    private static RuntimeException outOfOrder(ImportState state) {
        return new Problem(
                        HttpStatus.CONFLICT,
                        "import-out-of-order",
                        "The import goes on with row %d".formatted(state.nextRow()),
                        "from")
                .asException();
    }
}
