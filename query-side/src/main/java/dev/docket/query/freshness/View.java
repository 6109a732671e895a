package dev.docket.query.freshness;

/** The views that a query can wait for; each is a schema with a token. */
public enum View {
    TICKETS("tickets"),
    PEOPLE("people"),
    ANALYTICS("analytics"),
    AUDIT_TRAIL("audit_trail"),
    TICKET_SEARCH("ticket_search"),
    KNOWLEDGE("knowledge"),
    ARTICLE_SEARCH("article_search");

    private final String schema;

    View(String schema) {
        this.schema = schema;
    }

    String schema() {
        return schema;
    }
}
