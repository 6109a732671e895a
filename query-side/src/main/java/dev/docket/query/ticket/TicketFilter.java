package dev.docket.query.ticket;

import dev.docket.edge.Caller;
import dev.docket.event.people.Role;
import dev.docket.event.ticket.Priority;
import dev.docket.event.ticket.Status;
import dev.docket.query.paging.Parameters;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * Which tickets a list shows: conditions and their values, the organisation first. Requesters only
 * ever get their own.
 */
public final class TicketFilter {

    /** What a list may be narrowed by. */
    public static final Set<String> CONDITIONS =
            Set.of(
                    "status",
                    "priority",
                    "assignee",
                    "team",
                    "requester",
                    "category",
                    "tags",
                    "subject",
                    "createdFrom",
                    "createdTo",
                    "updatedFrom",
                    "updatedTo");

    static final Set<String> PARAMETERS =
            Stream.concat(CONDITIONS.stream(), Stream.of("sort", "cursor", "limit"))
                    .collect(Collectors.toUnmodifiableSet());

    private final UUID tenant;
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new LinkedHashMap<>();

    public TicketFilter(Caller caller, Parameters asked) {
        tenant = caller.tenant().value();
        values.put("tenant", tenant);
        if (!caller.worksOnTickets() && !caller.has(Role.AUDITOR)) {
            add("t.requester = :caller", "caller", caller.person().value());
        }
        List<String> status = asked.enums("status", Status.class);
        if (!status.isEmpty()) {
            add("t.status IN (:status)", "status", status);
        }
        List<String> priority = asked.enums("priority", Priority.class);
        if (!priority.isEmpty()) {
            add(
                    "t.priority IN (:priority)",
                    "priority",
                    priority.stream().map(name -> Priority.valueOf(name).rank()).toList());
        }
        assignee(asked, caller);
        addId("t.team = :team", "team", asked.id("team"));
        addId("t.requester = :requester", "requester", person(asked, "requester", caller));
        String category = asked.text("category");
        if (category != null) {
            conditions.add("(t.category = :category OR t.category LIKE :below)");
            values.put("category", category);
            values.put("below", literal(category) + "/%");
        }
        List<String> tags = asked.texts("tags");
        if (!tags.isEmpty()) {
            add("t.tags @> :tags::text[]", "tags", tags.toArray(String[]::new));
        }
        String subject = asked.text("subject");
        if (subject != null) {
            add("t.subject ILIKE :subject", "subject", "%" + literal(subject) + "%");
        }
        addTime("t.opened_at >= :createdFrom", "createdFrom", asked.instant("createdFrom"));
        addTime("t.opened_at < :createdTo", "createdTo", asked.instant("createdTo"));
        addTime("t.updated_at >= :updatedFrom", "updatedFrom", asked.instant("updatedFrom"));
        addTime("t.updated_at < :updatedTo", "updatedTo", asked.instant("updatedTo"));
    }

    private void assignee(Parameters asked, Caller caller) {
        if ("none".equals(asked.text("assignee"))) {
            conditions.add("t.agent IS NULL");
        } else {
            addId("t.agent = :assignee", "assignee", person(asked, "assignee", caller));
        }
    }

    private static @Nullable UUID person(Parameters asked, String name, Caller caller) {
        return "me".equals(asked.text(name)) ? caller.person().value() : asked.id(name);
    }

    private void addId(String condition, String name, @Nullable UUID value) {
        if (value != null) {
            add(condition, name, value);
        }
    }

    private void addTime(String condition, String name, @Nullable Instant value) {
        if (value != null) {
            add(condition, name, value.atOffset(ZoneOffset.UTC));
        }
    }

    private void add(String condition, String name, Object value) {
        conditions.add(condition);
        values.put(name, value);
    }

    /** What stands for itself in a LIKE pattern. */
    private static String literal(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    UUID tenant() {
        return tenant;
    }

    /** Of a ticket {@code t}; that of its tenant is not among them. */
    public String conditions() {
        return conditions.isEmpty() ? "" : "AND " + String.join(" AND ", conditions);
    }

    /** Binds the tenant as {@code :tenant} and the values of the conditions. */
    public StatementSpec bind(StatementSpec statement) {
        return statement.params(values);
    }
}
