package dev.docket.projection.knowledge;

import dev.docket.event.TenantId;
import dev.docket.event.knowledge.Visibility;
import dev.docket.event.knowledge.Visibility.Audience;
import dev.docket.projection.running.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;

/** How it stands in columns who may see something. */
final class Visibilities {

    private Visibilities() {}

    static Visibility of(ResultSet row, String audience, String organisations) throws SQLException {
        SortedSet<TenantId> tenants = new TreeSet<>();
        for (String organisation : Columns.texts(row, organisations)) {
            tenants.add(new TenantId(UUID.fromString(organisation)));
        }
        return new Visibility(Audience.valueOf(row.getString(audience)), tenants);
    }

    static String audience(Visibility visibility) {
        return visibility.audience().name();
    }

    static String organisations(Visibility visibility) {
        return Columns.joined(visibility.organisations());
    }
}
