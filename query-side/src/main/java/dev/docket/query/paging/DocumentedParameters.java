package dev.docket.query.paging;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import java.util.HashMap;
import java.util.Map;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.method.HandlerMethod;

/** Shows in the API's document what queries take, so that they can be tried from its page. */
public final class DocumentedParameters implements OperationCustomizer {

    private static final String OURS = "dev.docket.query.";
    private static final String TIME = "A time like 2026-11-20T08:00:00Z";
    private static final String SEVERAL = "One or several, parted by commas";

    private static final Map<String, String> DESCRIPTIONS = descriptions();

    private static Map<String, String> descriptions() {
        Map<String, String> descriptions = new HashMap<>();
        descriptions.put("limit", "How many at most");
        descriptions.put("cursor", "The nextCursor of the page before");
        descriptions.put("sort", "A field, with a - before it for downwards");
        descriptions.put("status", SEVERAL);
        descriptions.put("priority", SEVERAL);
        descriptions.put("tags", SEVERAL + "; all of them");
        descriptions.put("assignee", "An id, me or none");
        descriptions.put("requester", "An id or me");
        descriptions.put("team", "An id");
        descriptions.put("category", "A category, with all below it");
        descriptions.put("organisation", "Whose knowledge base; without it the caller's own");
        descriptions.put("language", "A language like de or pt-BR");
        descriptions.put("featured", "true for those that editors put forward");
        descriptions.put("draft", "true for the newest revision, to those who work there");
        descriptions.put("state", SEVERAL);
        descriptions.put("stale", "true for those that need a look");
        descriptions.put("among", "articles or tickets");
        descriptions.put("subject", "A part of the subject");
        descriptions.put("q", "Words; for tickets, in the query language");
        descriptions.put(
                "at", "Where the cursor is in q, in UTF-16 code units; without it, at the end");
        descriptions.put("facets", "true counts what was found by its values");
        descriptions.put("asOf", "A position of the log, or a time like 2026-11-20T08:00:00Z");
        descriptions.put("actor", "A person's id");
        descriptions.put("type", "A kind of event, for instance TicketResolved");
        descriptions.put("correlation", "As in an event's cause: all that came of the same wish");
        descriptions.put("interval", "hour, day or month");
        descriptions.put("groupBy", "none, priority, category, team or agent");
        descriptions.put("zone", "Of days and months, for instance Europe/Berlin");
        for (String time :
                new String[] {
                    "from", "to", "createdFrom", "createdTo", "updatedFrom", "updatedTo"
                }) {
            descriptions.put(time, TIME);
        }
        return descriptions;
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        Asks asks = method.getMethodAnnotation(Asks.class);
        if (asks != null) {
            for (String name : asks.value()) {
                add(
                        operation,
                        new QueryParameter()
                                .name(name)
                                .description(DESCRIPTIONS.get(name))
                                .schema(schema(name)));
            }
        }
        if (method.getBeanType().getName().startsWith(OURS)
                && method.hasMethodAnnotation(GetMapping.class)) {
            add(
                    operation,
                    new HeaderParameter()
                            .name("Docket-Position")
                            .description("Wait until the view has come as far as this")
                            .schema(new IntegerSchema()));
        }
        return operation;
    }

    private static Schema<?> schema(String name) {
        return name.equals("limit") || name.equals("at") ? new IntegerSchema() : new StringSchema();
    }

    /** Two methods that answer one address in two media types are one operation. */
    private static void add(Operation operation, Parameter parameter) {
        if (operation.getParameters() == null
                || operation.getParameters().stream()
                        .noneMatch(known -> known.getName().equals(parameter.getName()))) {
            operation.addParametersItem(parameter);
        }
    }
}
