package dev.docket.event.imports;

import dev.docket.event.DomainEvent;
import java.util.List;

/** The course of an import, so that one that was interrupted goes on where it stopped. */
public sealed interface ImportEvent extends DomainEvent {

    ImportId importId();

    /**
     * @param source what the rows come from, in the importer's words
     * @param fingerprint SHA-256 of the file, in hexadecimal
     * @param mapping the mapping document as it was given
     * @param rows how many rows the file has, without its header
     */
    record ImportStarted(
            ImportId importId, String source, String fingerprint, String mapping, long rows)
            implements ImportEvent {}

    /**
     * All rows up to and with {@code toRow} were answered.
     *
     * @param fromRow the first row of the batch, counted from 1
     * @param imported how many of them became commands that were accepted
     * @param refused the others, each with its reason
     */
    record ImportAdvanced(
            ImportId importId, long fromRow, long toRow, long imported, List<RefusedRow> refused)
            implements ImportEvent {}

    record ImportCompleted(ImportId importId, long imported, long refused) implements ImportEvent {}

    /**
     * @param row counted from 1, without the header
     * @param rule the rule that refused it
     * @param reason the rule in words, with the value at fault
     */
    record RefusedRow(long row, String rule, String reason) {}
}
