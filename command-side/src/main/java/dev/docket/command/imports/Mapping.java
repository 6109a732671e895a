package dev.docket.command.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.docket.event.knowledge.Language;
import dev.docket.event.knowledge.Visibility.Audience;
import dev.docket.event.ticket.Priority;
import dev.docket.event.ticket.TicketType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
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
 * @param opening how a ticket looks when its first row opens it; absent where rows are articles
 * @param activity the column that says what happened; without it, a row only opens its ticket
 * @param steps what each value of the activity column does
 * @param article how an article looks that a row becomes; there is this or an opening, not both
 */
record Mapping(
        @NotNull(message = REQUIRED) String source,
        @Nullable String caseColumn,
        @Nullable String time,
        @Nullable ZoneId zone,
        @Nullable String person,
        @Valid @Nullable Opening opening,
        @Nullable String activity,
        @Nullable Map<String, @NotNull(message = REQUIRED) @Valid Step> steps,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Valid @Nullable Writing article) {

    private static final String REQUIRED = "is required";

    /** Whether rows become tickets or articles, and only one of them. */
    boolean isDecided() {
        return (opening == null) != (article == null);
    }

    Opening ofTickets() {
        return Objects.requireNonNull(opening, "The rows are no tickets");
    }

    Writing ofArticles() {
        return Objects.requireNonNull(article, "The rows are no articles");
    }

    /** Every column that it names. */
    Set<String> columns() {
        Set<String> columns = new TreeSet<>();
        Stream.of(caseColumn, time, person, activity)
                .filter(Objects::nonNull)
                .forEach(columns::add);
        templates().filter(Objects::nonNull).flatMap(Row::columns).forEach(columns::add);
        return columns;
    }

    private Stream<@Nullable String> templates() {
        Stream<@Nullable String> said =
                steps == null ? Stream.of() : steps.values().stream().map(Step::text);
        Stream<@Nullable String> opened =
                opening == null
                        ? Stream.of()
                        : Stream.of(opening.subject, opening.description, opening.category);
        Stream<@Nullable String> written =
                article == null
                        ? Stream.of()
                        : Stream.of(
                                article.key,
                                article.language,
                                article.title,
                                article.summary,
                                article.body,
                                article.category);
        return Stream.of(said, opened, written).flatMap(templates -> templates);
    }

    /** The case of a row; one that names none is a case of its own, to be refused by itself. */
    String caseOrNumber(Row row) {
        try {
            return caseOf(row);
        } catch (RefusedRowException namesNone) {
            return Long.toString(row.number());
        }
    }

    /**
     * What rows have in common that are imported one after another.
     *
     * @throws RefusedRowException if the row does not say
     */
    String caseOf(Row row) {
        if (article != null) {
            return row.fill(article.key());
        }
        return caseColumn == null ? Long.toString(row.number()) : row.value(caseColumn);
    }

    record Opening(
            @NotNull(message = REQUIRED) String subject,
            @Nullable String description,
            @Nullable Priority priority,
            @Nullable TicketType type,
            @Nullable String category) {}

    /**
     * @param key what an article and its translations have in common
     * @param language a tag like {@code pt-BR} or {@code pt_BR}
     * @param summary absent for the first line of the body that is quoted
     * @param category the name of one at the top; it is made if there is none
     * @param audience who may read; absent for agents only
     * @param original the language of which a row is the original, if its key has one; the command
     *     line sends those rows first
     */
    record Writing(
            @NotNull(message = REQUIRED) String key,
            @NotNull(message = REQUIRED) String language,
            @NotNull(message = REQUIRED) String title,
            @Nullable String summary,
            @NotNull(message = REQUIRED) String body,
            @NotNull(message = REQUIRED) String category,
            @Nullable Audience audience,
            @Nullable Language original) {}

    /**
     * @param text the solution, the reason or the message that goes with it
     */
    record Step(@NotNull(message = REQUIRED) Action action, @Nullable String text) {}

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
