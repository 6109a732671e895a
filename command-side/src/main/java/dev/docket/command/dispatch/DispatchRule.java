package dev.docket.command.dispatch;

import dev.docket.command.decision.Rule;

/** The rules that hold for commands of every feature. */
public final class DispatchRule {

    /** The version in {@code If-Match} is no longer the newest. */
    public static final Rule VERSION_IS_OLD = Rule.precondition("version-is-old");

    /** A key stands for one request; another one may not bear it. */
    public static final Rule IDEMPOTENCY_KEY_REUSED = Rule.invalid("idempotency-key-reused");

    /** Others changed the same thing again and again while this command was decided. */
    public static final Rule TOO_MANY_CONFLICTS = Rule.conflict("too-many-conflicts");

    private DispatchRule() {}
}
