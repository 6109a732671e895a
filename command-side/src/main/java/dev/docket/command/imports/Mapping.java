package dev.docket.command.imports;

import dev.docket.event.ticket.Priority;
import dev.docket.event.ticket.TicketType;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the columns of a file become commands. Texts may name columns in braces: {@code Incident
 * {caseid}}.
 *
 * @param source what the file is, in the importer's words; part of the e-mail addresses of people
 *     who are only known by name
 * @param caseColumn the column that says which rows are of one ticket; without it each row is a
 *     ticket of its own
 * @param time the column with the time at which the row happened; without it, it happens now
 * @param zone the zone of times that name none
 * @param person the column that names who acted; without it, the importer did
 * @param opening how a ticket looks when its first row opens it
 * @param activity the column that says what happened; without it, a row only opens its ticket
 * @param steps what each value of the activity column does
 */
record Mapping(
        String source,
        @Nullable String caseColumn,
        @Nullable String time,
        @Nullable ZoneId zone,
        @Nullable String person,
        Opening opening,
        @Nullable String activity,
        @Nullable Map<String, Step> steps) {

    record Opening(
            String subject,
            @Nullable String description,
            @Nullable Priority priority,
            @Nullable TicketType type,
            @Nullable String category) {}

    /**
     * @param text the solution, the reason or the message that goes with it
     */
    record Step(Action action, @Nullable String text) {}

    /** What a row can do to a ticket. */
    enum Action {
        START_WORK,
        ASSIGN,
        UNASSIGN,
        PUT_ON_HOLD,
        RESUME,
        RESOLVE,
        CLOSE,
        REOPEN,
        REPLY,
        NOTE
    }
}
