package dev.docket.projection.people;

import dev.docket.event.Recorded;
import dev.docket.event.people.OrganisationEvent;
import dev.docket.event.people.OrganisationEvent.OrganisationRenamed;
import dev.docket.event.people.OrganisationEvent.OrganisationSetUp;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What organisations say of themselves, so seldom that each time is written by itself. */
final class OrganisationRows {

    private OrganisationRows() {}

    static void apply(OrganisationEvent event, Recorded recorded, JdbcClient jdbc) {
        switch (event) {
            case OrganisationRenamed e ->
                    jdbc.sql(
                                    """
                                    INSERT INTO organisation AS o
                                        (tenant, name, set_up, version, position)
                                    VALUES (?, ?, false, ?, ?)
                                    ON CONFLICT (tenant) DO UPDATE SET
                                        name = excluded.name, version = excluded.version,
                                        position = excluded.position
                                    WHERE o.version < excluded.version
                                    """)
                            .params(
                                    e.organisation().value(),
                                    e.to(),
                                    recorded.version(),
                                    recorded.position())
                            .update();
            case OrganisationSetUp e ->
                    jdbc.sql(
                                    """
                                    INSERT INTO organisation AS o
                                        (tenant, set_up, version, position)
                                    VALUES (?, true, ?, ?)
                                    ON CONFLICT (tenant) DO UPDATE SET
                                        set_up = true, version = excluded.version,
                                        position = excluded.position
                                    WHERE o.version < excluded.version
                                    """)
                            .params(
                                    e.organisation().value(),
                                    recorded.version(),
                                    recorded.position())
                            .update();
        }
    }
}
