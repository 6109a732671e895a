package dev.docket.command.dispatch;

import dev.docket.command.decision.Rule;

/** The rules that hold for commands of every feature. */
public enum DispatchRule implements Rule {
    /** The version in {@code If-Match} is no longer the newest. */
    VERSION_IS_OLD(Kind.PRECONDITION),
    /** A key stands for one request; another one may not bear it. */
    IDEMPOTENCY_KEY_REUSED(Kind.INVALID),
    /** Others changed the same thing again and again while this command was decided. */
    TOO_MANY_CONFLICTS(Kind.CONFLICT);

    private final Kind kind;

    DispatchRule(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
