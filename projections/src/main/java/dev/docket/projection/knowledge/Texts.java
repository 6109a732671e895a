package dev.docket.projection.knowledge;

import dev.docket.event.TenantId;
import dev.docket.event.knowledge.Visibility;
import dev.docket.event.knowledge.Visibility.Audience;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How values stand in columns: lists as one text, as PostgreSQL's unnest flattens arrays. */
final class Texts {

    private static final String SEPARATOR = "\u001f";

    private Texts() {}

    static String joined(Collection<?> elements) {
        return elements.stream().map(String::valueOf).collect(Collectors.joining(SEPARATOR));
    }

    static List<String> elements(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return Arrays.stream((Object[]) array.getArray()).map(String::valueOf).toList();
    }

    static Visibility visibility(ResultSet row, String audience, String organisations)
            throws SQLException {
        SortedSet<TenantId> tenants = new TreeSet<>();
        for (String organisation : elements(row, organisations)) {
            tenants.add(new TenantId(UUID.fromString(organisation)));
        }
        return new Visibility(Audience.valueOf(row.getString(audience)), tenants);
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static @Nullable OffsetDateTime column(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
