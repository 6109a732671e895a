package dev.docket.command.dispatch;

import dev.docket.command.decision.Refusal;
import dev.docket.command.decision.RefusedException;
import dev.docket.log.LogReader;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.common.lock.DeadlockException;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.ConcurrencyException;

/**
 * Sends commands and waits for what becomes of them. A conflict with another node is tried again a
 * few times; a refusal that was decided on a cached state is only passed on while that state is the
 * newest.
 */
public final class CommandDispatch {

    private static final int TRIES = 6;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(2);

    private final CommandBus bus;
    private final EventStore events;
    private final LogReader log;
    private final AggregateCaches aggregates;

    CommandDispatch(CommandBus bus, EventStore events, LogReader log, AggregateCaches aggregates) {
        this.bus = bus;
        this.events = events;
        this.log = log;
        this.aggregates = aggregates;
    }

    /**
     * Returns when the command's events are on disk.
     *
     * @param stream the aggregate that decides
     * @throws RefusedException if a rule refuses the command; then nothing was recorded
     */
    public <R> Receipt<R> send(UUID stream, Object command, Wish wish) {
        CommandMessage<Object> message = new GenericCommandMessage<>(command, wish.metaData());
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            try {
                Handled<R> handled = handle(message);
                Long decidedOn = handled.outcome().decidedOn();
                if (decidedOn == null || isNewest(stream, decidedOn)) {
                    return receipt(handled);
                }
            } catch (RefusedOnVersionException refused) {
                if (stillHolds(stream, refused)) {
                    throw new RefusedException(refused.refusal());
                }
            } catch (ConcurrencyException | DeadlockException conflict) {
                aggregates.forget(stream);
                pause(attempt);
            }
        }
        throw tooManyConflicts();
    }

    private static RefusedException tooManyConflicts() {
        return new RefusedException(
                new Refusal(
                        DispatchRule.TOO_MANY_CONFLICTS,
                        null,
                        "Others are changing the same thing; try again"));
    }

    /**
     * Sends a command whose conflict the caller understands.
     *
     * @throws ConcurrencyException if the stream has moved on
     */
    public <R> Receipt<R> sendOnce(UUID stream, Object command, Wish wish) {
        CommandMessage<Object> message = new GenericCommandMessage<>(command, wish.metaData());
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            try {
                return receipt(handle(message));
            } catch (RefusedOnVersionException refused) {
                throw new RefusedException(refused.refusal());
            } catch (ConcurrencyException conflict) {
                aggregates.forget(stream);
                throw conflict;
            } catch (DeadlockException conflict) {
                pause(attempt);
            }
        }
        throw tooManyConflicts();
    }

    /** Whether a stream has been begun; what this node has at hand is not asked of the log. */
    public boolean exists(UUID stream) {
        return aggregates.holds(stream)
                || events.lastSequenceNumberFor(stream.toString()).isPresent();
    }

    private record Handled<R>(Outcome<R> outcome, OptionalLong position) {}

    private <R> Handled<R> handle(CommandMessage<Object> message) {
        FutureCallback<Object, AppendOutcome<R>> callback = new FutureCallback<>();
        bus.dispatch(message, callback);
        CommandResultMessage<? extends AppendOutcome<R>> result = callback.getResult();
        if (result.isExceptional()) {
            throw result.exceptionResult() instanceof RuntimeException cause
                    ? cause
                    : new CommandExecutionException("The command failed", result.exceptionResult());
        }
        AppendOutcome<R> appended = result.getPayload();
        return new Handled<>(appended.outcome(), appended.position());
    }

    private <R> Receipt<R> receipt(Handled<R> handled) {
        long position = handled.position().orElseGet(log::head);
        return new Receipt<>(handled.outcome().version(), position, handled.outcome().result());
    }

    private boolean stillHolds(UUID stream, RefusedOnVersionException refused) {
        return isNewest(stream, refused.decidedOn())
                && refused.alsoDecidedOn().entrySet().stream()
                        .allMatch(other -> isNewest(other.getKey(), other.getValue()));
    }

    private boolean isNewest(UUID stream, long version) {
        boolean newest = events.lastSequenceNumberFor(stream.toString()).orElse(-1L) == version;
        if (!newest) {
            aggregates.forget(stream);
        }
        return newest;
    }

    /** Grows and varies, so that two nodes in conflict do not meet again. */
    private static void pause(int attempt) {
        long bound = FIRST_PAUSE.toNanos() << attempt;
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(bound / 2, bound));
    }
}
