package dev.docket.command.dispatch;

import dev.docket.command.decision.Refusal;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * A refusal, and the version that it was decided on. It only holds while that version is the
 * newest: the aggregate may come from this node's cache while another node has changed it.
 */
public final class RefusedOnVersionException extends RuntimeException {

    private final Refusal refusal;
    private final long decidedOn;
    private final transient Map<UUID, Long> others;

    public RefusedOnVersionException(Refusal refusal, long decidedOn) {
        this(refusal, decidedOn, Map.of());
    }

    private RefusedOnVersionException(Refusal refusal, long decidedOn, Map<UUID, Long> others) {
        super(refusal.detail(), null, false, false);
        this.refusal = refusal;
        this.decidedOn = decidedOn;
        this.others = others;
    }

    /** The same refusal, if the version of another stream had a part in it. */
    public RefusedOnVersionException decidedAlsoOn(UUID stream, long version) {
        Map<UUID, Long> all = new HashMap<>(others);
        all.put(stream, version);
        return new RefusedOnVersionException(refusal, decidedOn, all);
    }

    public Refusal refusal() {
        return refusal;
    }

    /** The version of the stream that the command was sent to. */
    long decidedOn() {
        return decidedOn;
    }

    /** The versions of other streams that were looked at. */
    Map<UUID, Long> alsoDecidedOn() {
        return others;
    }
}
