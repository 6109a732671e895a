package dev.docket.query.ticket;

import dev.docket.event.ticket.Priority;
import dev.docket.query.paging.Cursors;
import dev.docket.query.paging.Parameters;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * In which order a list comes: by a column and then by id, both in one direction, so that a page
 * can begin after any row.
 */
record TicketSort(Key key, boolean descending) {

    enum Key {
        UPDATED_AT("updatedAt", "t.updated_at", item -> item.updatedAt().toString()),
        OPENED_AT("openedAt", "t.opened_at", item -> item.openedAt().toString()),
        PRIORITY("priority", "t.priority", item -> Integer.toString(rank(item))),
        NUMBER("number", "t.number", item -> item.number().substring("DK-".length()));

        private final String parameter;
        private final String column;

        @SuppressWarnings("ImmutableEnumChecker") // the functions below capture nothing
        private final Function<TicketItem, String> value;

        Key(String parameter, String column, Function<TicketItem, String> value) {
            this.parameter = parameter;
            this.column = column;
            this.value = value;
        }

        private static int rank(TicketItem item) {
            return Priority.valueOf(item.priority().toUpperCase(Locale.ROOT)).rank();
        }
    }

    /** Reads {@code updatedAt} or, downwards, {@code -updatedAt}. */
    static TicketSort parse(@Nullable String parameter) {
        if (parameter == null) {
            return new TicketSort(Key.UPDATED_AT, true);
        }
        boolean descending = parameter.startsWith("-");
        String name = descending ? parameter.substring(1) : parameter;
        return Arrays.stream(Key.values())
                .filter(key -> key.parameter.equals(name))
                .map(key -> new TicketSort(key, descending))
                .findFirst()
                .orElseThrow(() ->
                        Parameters.refused(
                                "sort",
                                "'%s' is not one of updatedAt, openedAt, priority, number,"
                                                .formatted(parameter)
                                        + " with a '-' for downwards"));
    }

    String orderBy() {
        String direction = descending ? "DESC" : "ASC";
        return "ORDER BY %s %s, t.id %s".formatted(key.column, direction, direction);
    }

    String after() {
        return "(%s, t.id) %s (:after, :afterId)".formatted(key.column, descending ? "<" : ">");
    }

    Cursors cursors(UUID tenant) {
        return new Cursors(tenant, "tickets", (descending ? "-" : "") + key.parameter);
    }

    String cursor(TicketItem last, UUID tenant) {
        return cursors(tenant).of(key.value.apply(last), last.id().toString());
    }

    /** The row that a page begins after; a cursor of another order is refused. */
    After after(String cursor, UUID tenant) {
        List<String> parts = cursors(tenant).parts(cursor, 2);
        try {
            return new After(value(parts.getFirst()), UUID.fromString(parts.getLast()));
        } catch (IllegalArgumentException e) {
            throw Cursors.forged();
        }
    }

    record After(Object value, UUID id) {}

    private Object value(String text) {
        return switch (key) {
            case UPDATED_AT, OPENED_AT ->
                    Parameters.instant("cursor", text).atOffset(ZoneOffset.UTC);
            case PRIORITY -> Short.valueOf(text);
            case NUMBER -> Long.valueOf(text);
        };
    }
}
