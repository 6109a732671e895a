package dev.docket.query.audit;

import dev.docket.event.attachment.AttachedFile;
import dev.docket.event.ticket.Priority;
import dev.docket.event.ticket.TicketNumber;
import dev.docket.query.rows.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Rows of the ticket view as texts that can be compared: once from a fold of the log, once from the
 * view. Long contents are digests, so that neither is fetched nor kept whole.
 */
final class RowText {

    static final String NO_MESSAGES = "no messages";

    /** Every column but the position, which a row may owe to an event that changed nothing else. */
    static final String OF_TICKETS =
            """
            SELECT id, number, subject, md5(description) AS description, status, priority, type,
                   category, tags, requester, team, agent, channel, solution, on_hold_reason,
                   on_hold_until, merged_into, split_from, links, watchers, opened_at, updated_at,
                   first_replied_at, resolved_at, closed_at, version,
                   (SELECT md5(string_agg(
                               concat_ws('|', coalesce(a.message::text, ''), a.id, a.name,
                                         a.media_type, a.size, a.sha256),
                               ',' ORDER BY a.position, a.ordinal))
                    FROM tickets.attachment a WHERE a.ticket = ticket.id) AS attachments
            FROM tickets.ticket WHERE tenant = ?
            """;

    /** One row a conversation. */
    static final String OF_MESSAGES =
            """
            SELECT ticket, count(*) AS messages,
                   md5(string_agg(
                       concat_ws('|', id, kind, by_agent::text, author,
                                 coalesce(md5(body), 'deleted'), coalesce(md5(redaction), ''),
                                 (extract(epoch FROM written_at) * 1000000)::bigint),
                       ',' ORDER BY position)) AS digest
            FROM tickets.message WHERE tenant = ? GROUP BY ticket
            """;

    private RowText() {}

    static String of(PastTicket past) {
        return joined(
                past.opening.number(),
                past.subject,
                Md5.of(past.description),
                past.status,
                past.priority,
                past.classification.type(),
                past.classification.category(),
                new TreeSet<>(past.classification.tags()),
                past.opening.requester(),
                past.assignment.team(),
                past.assignment.agent(),
                past.opening.channel(),
                past.solution,
                past.onHoldReason,
                micros(past.onHoldUntil),
                past.mergedInto,
                past.opening.splitFrom(),
                past.links.stream()
                        .map(link -> link.kind() + ":" + link.ticket())
                        .collect(Collectors.toCollection(TreeSet::new)),
                new TreeSet<>(past.watchers),
                micros(past.openedAt),
                micros(past.updatedAt),
                micros(past.firstRepliedAt),
                micros(past.resolvedAt),
                micros(past.closedAt),
                past.version,
                of(past.files));
    }

    static String ofTicket(ResultSet row) throws SQLException {
        return joined(
                new TicketNumber(row.getLong("number")),
                row.getString("subject"),
                row.getString("description"),
                row.getString("status"),
                Priority.ofRank(row.getInt("priority")),
                row.getString("type"),
                row.getString("category"),
                sorted(row, "tags"),
                row.getObject("requester"),
                row.getObject("team"),
                row.getObject("agent"),
                row.getString("channel"),
                row.getString("solution"),
                row.getString("on_hold_reason"),
                Columns.instant(row, "on_hold_until"),
                row.getObject("merged_into"),
                row.getObject("split_from"),
                sorted(row, "links"),
                sorted(row, "watchers"),
                Columns.instant(row, "opened_at"),
                Columns.instant(row, "updated_at"),
                Columns.instant(row, "first_replied_at"),
                Columns.instant(row, "resolved_at"),
                Columns.instant(row, "closed_at"),
                row.getLong("version"),
                row.getString("attachments"));
    }

    /** Null for no files, as the database aggregates nothing. */
    private static @Nullable String of(List<PastTicket.File> files) {
        return files.isEmpty()
                ? null
                : Md5.of(files.stream().map(RowText::of).collect(Collectors.joining(",")));
    }

    private static String of(PastTicket.File attached) {
        AttachedFile file = attached.file();
        return Stream.of(
                        attached.message() == null ? "" : attached.message(),
                        file.attachment(),
                        file.name(),
                        file.mediaType(),
                        file.size(),
                        file.sha256())
                .map(String::valueOf)
                .collect(Collectors.joining("|"));
    }

    static String of(Collection<PastTicket.Message> messages) {
        String all =
                messages.stream()
                        .map(message ->
                                Stream.of(
                                                message.id(),
                                                message.note() ? "NOTE" : "REPLY",
                                                message.byAgent(),
                                                message.author(),
                                                digest(message.body(), "deleted"),
                                                digest(message.redaction(), ""),
                                                epochMicros(message.writtenAt()))
                                        .map(String::valueOf)
                                        .collect(Collectors.joining("|")))
                        .collect(Collectors.joining(","));
        return messages(messages.size(), Md5.of(all));
    }

    static String ofMessages(ResultSet row) throws SQLException {
        return messages(row.getInt("messages"), row.getString("digest"));
    }

    private static String messages(int count, String digest) {
        return "%d messages with the digest %s".formatted(count, digest);
    }

    private static String digest(@Nullable String text, String otherwise) {
        return text == null ? otherwise : Md5.of(text);
    }

    private static String joined(@Nullable Object... columns) {
        return Arrays.stream(columns).map(String::valueOf).collect(Collectors.joining(" | "));
    }

    private static Set<String> sorted(ResultSet row, String column) throws SQLException {
        return new TreeSet<>(Columns.texts(row, column));
    }

    /** As PostgreSQL's driver rounds. */
    private static @Nullable Instant micros(@Nullable Instant instant) {
        return instant == null ? null : instant.plusNanos(500).truncatedTo(ChronoUnit.MICROS);
    }

    private static long epochMicros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Objects.requireNonNull(micros(instant)));
    }
}
