package dev.docket.query.similar;

import dev.docket.edge.Caller;
import dev.docket.event.people.Role;
import dev.docket.event.ticket.TicketNumber;
import dev.docket.query.rows.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What tickets say, from {@code tickets.ticket}. */
final class WrittenTickets {

    private final JdbcClient jdbc;

    WrittenTickets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param same the ticket itself and those that were merged into it: not what it is compared
     *     with
     */
    record Written(String text, Set<UUID> same) {}

    /** A ticket that the caller may see; empty if there is none. */
    Optional<Written> find(Caller caller, String idOrNumber) {
        Optional<TicketNumber> number = TicketNumber.parse(idOrNumber);
        UUID id = number.isPresent() ? null : id(idOrNumber);
        if (number.isEmpty() && id == null) {
            return Optional.empty();
        }
        boolean seesAll = caller.worksOnTickets() || caller.has(Role.AUDITOR);
        return jdbc.sql(
                        """
                        SELECT t.id, t.subject, t.description,
                               ARRAY(SELECT m.id FROM tickets.ticket m
                                     WHERE m.tenant = t.tenant AND m.merged_into = t.id
                                     LIMIT 1000) AS merged
                        FROM tickets.ticket t
                        WHERE t.tenant = :tenant AND %s AND (:seesAll OR t.requester = :caller)
                        """
                                .formatted(id == null ? "t.number = :number" : "t.id = :id"))
                .param("tenant", caller.tenant().value())
                .param("number", number.map(TicketNumber::value).orElse(0L))
                .param("id", id)
                .param("seesAll", seesAll)
                .param("caller", caller.person().value())
                .query((row, ignored) -> written(row))
                .optional();
    }

    private static @Nullable UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            return null;
        }
    }

    private static Written written(ResultSet row) throws SQLException {
        Set<UUID> same = new HashSet<>(Columns.ids(row, "merged"));
        same.add(row.getObject("id", UUID.class));
        return new Written(row.getString("subject") + "\n" + row.getString("description"), same);
    }
}
