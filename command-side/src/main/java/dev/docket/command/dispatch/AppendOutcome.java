package dev.docket.command.dispatch;

import dev.docket.log.AppendedPosition;
import java.util.OptionalLong;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** A handler's answer, which learns at the commit where the log put its events. */
final class AppendOutcome<R> {

    private final Outcome<R> outcome;
    private volatile OptionalLong position = OptionalLong.empty();

    AppendOutcome(Outcome<R> outcome, UnitOfWork<?> work) {
        this.outcome = outcome;
        work.onCommit(committed -> position = AppendedPosition.in(committed));
    }

    Outcome<R> outcome() {
        return outcome;
    }

    OptionalLong position() {
        return position;
    }
}
