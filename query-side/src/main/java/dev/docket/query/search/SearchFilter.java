package dev.docket.query.search;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import dev.docket.edge.Caller;
import dev.docket.event.ticket.Priority;
import dev.docket.event.ticket.Status;
import dev.docket.index.TicketIndex.Field;
import dev.docket.query.paging.Parameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Among which tickets is searched: the organisation's, and of them only a requester's own unless
 * they work here.
 *
 * @param conditions what a ticket must be, so that the caller may see it and wants to
 * @param withNotes whether internal notes are searched and shown
 */
record SearchFilter(UUID tenant, List<Query> conditions, boolean withNotes) {

    static final Set<String> PARAMETERS =
            Set.of("status", "priority", "category", "tags", "assignee", "team", "requester");

    static SearchFilter of(Caller caller, Parameters asked) {
        TicketScope scope = TicketScope.of(caller);
        List<Query> conditions = new ArrayList<>(scope.conditions());
        isAnyOf(Field.STATUS, asked.enums("status", Status.class), conditions);
        isAnyOf(Field.PRIORITY, asked.enums("priority", Priority.class), conditions);
        String category = asked.text("category");
        if (category != null) {
            conditions.add(Clauses.is(Field.CATEGORY_PATH, category));
        }
        asked.texts("tags").forEach(tag -> conditions.add(Clauses.is(Field.TAGS, tag)));
        if ("none".equals(asked.text("assignee"))) {
            conditions.add(Clauses.isMissing(Field.AGENT));
        } else {
            isId(Field.AGENT, person(asked, "assignee", caller), conditions);
        }
        isId(Field.TEAM, asked.id("team"), conditions);
        isId(Field.REQUESTER, person(asked, "requester", caller), conditions);
        return new SearchFilter(caller.tenant().value(), List.copyOf(conditions), scope.seesAll());
    }

    /** The field that holds the stems of all that the caller may see of a ticket. */
    String stems() {
        return withNotes ? Field.ALL_STEMS : Field.PUBLIC_STEMS;
    }

    /** The organisation's tickets that have a word as it is written. */
    Query having(String stem) {
        return Query.of(query ->
                query.bool(bool ->
                        bool.filter(
                                Clauses.is(Field.TENANT, tenant.toString()),
                                Clauses.is(stems(), stem))));
    }

    private static @Nullable UUID person(Parameters asked, String name, Caller caller) {
        return "me".equals(asked.text(name)) ? caller.person().value() : asked.id(name);
    }

    private static void isId(String field, @Nullable UUID id, List<Query> conditions) {
        if (id != null) {
            conditions.add(Clauses.is(field, id.toString()));
        }
    }

    private static void isAnyOf(String field, List<String> values, List<Query> conditions) {
        if (!values.isEmpty()) {
            conditions.add(Clauses.anyOf(field, values));
        }
    }
}
