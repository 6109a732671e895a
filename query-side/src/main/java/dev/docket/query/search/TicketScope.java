package dev.docket.query.search;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import dev.docket.edge.Caller;
import dev.docket.event.people.Role;
import dev.docket.index.TicketIndex.Field;
import java.util.ArrayList;
import java.util.List;

/**
 * Which tickets a caller may see: those of their organisation, and of them only their own unless
 * they work here.
 *
 * @param conditions that belong into each query
 * @param seesAll whether these are all of the organisation's, with their notes
 */
public record TicketScope(List<Query> conditions, boolean seesAll) {

    public static TicketScope of(Caller caller) {
        boolean seesAll = caller.worksOnTickets() || caller.has(Role.AUDITOR);
        List<Query> conditions = new ArrayList<>();
        conditions.add(Clauses.is(Field.TENANT, caller.tenant().toString()));
        if (!seesAll) {
            conditions.add(Clauses.is(Field.REQUESTER, caller.person().toString()));
        }
        return new TicketScope(List.copyOf(conditions), seesAll);
    }
}
