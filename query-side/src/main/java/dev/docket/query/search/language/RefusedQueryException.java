package dev.docket.query.search.language;

/** Ends the reading of a query; it has no stack trace, because it is an answer and not a fault. */
public final class RefusedQueryException extends RuntimeException {

    private final transient Refusal refusal;

    RefusedQueryException(Refusal refusal) {
        super(refusal.detail(), null, false, false);
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }
}
