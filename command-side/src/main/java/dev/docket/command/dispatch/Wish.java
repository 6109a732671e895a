package dev.docket.command.dispatch;

import dev.docket.command.decision.Actor;
import dev.docket.command.decision.Refusal;
import dev.docket.event.Facts;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;

/**
 * What travels beside a command: who wishes it, the facts for the log, and the version that they
 * decided on.
 *
 * @param ifMatch the version that the aggregate must have, or null where any will do
 */
public record Wish(Actor actor, Facts facts, @Nullable Long ifMatch) {

    private static final String KEY = "wish";

    MetaData metaData() {
        return MetaData.with(KEY, this);
    }

    /**
     * Asks whether the wish was decided on the newest state, if it says on which.
     *
     * @throws RefusedOnVersionException if it was not
     */
    public void mustFitVersion(long version) {
        if (ifMatch != null && ifMatch != version) {
            throw new RefusedOnVersionException(
                    new Refusal(
                            DispatchRule.VERSION_IS_OLD,
                            "If-Match",
                            "The newest version is %d, not %d".formatted(version, ifMatch)),
                    version);
        }
    }

    /** The wish beside a command; a command without one was not dispatched by us. */
    public static Wish in(Message<?> command) {
        return in(command.getMetaData());
    }

    public static Wish in(MetaData metaData) {
        if (metaData.get(KEY) instanceof Wish wish) {
            return wish;
        }
        throw new IllegalStateException("A command without a wish");
    }
}
