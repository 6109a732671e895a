package dev.docket.command.dispatch;

import dev.docket.command.decision.Refusal;

/**
 * A refusal, and the version that it was decided on. It only holds while that version is the
 * newest: the aggregate may come from this node's cache while another node has changed it.
 */
public final class RefusedOnVersionException extends RuntimeException {

    private final Refusal refusal;
    private final long decidedOn;

    public RefusedOnVersionException(Refusal refusal, long decidedOn) {
        super(refusal.detail(), null, false, false);
        this.refusal = refusal;
        this.decidedOn = decidedOn;
    }

    public Refusal refusal() {
        return refusal;
    }

    long decidedOn() {
        return decidedOn;
    }
}
