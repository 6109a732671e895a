package dev.docket.command.dispatch;

import dev.docket.command.decision.Refusal;
import dev.docket.command.decision.RefusedException;
import dev.docket.command.decision.Rule;
import dev.docket.edge.Problem;
import dev.docket.edge.ProblemAdvice;
import org.axonframework.common.lock.LockAcquisitionFailedException;
import org.axonframework.eventsourcing.IncompatibleAggregateException;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Turns refusals into problems, for all features. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class RefusalAdvice {

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(RefusedException refused) {
        Refusal refusal = refused.refusal();
        return ProblemAdvice.answer(
                new Problem(
                        status(refusal.rule().kind()),
                        refusal.rule().slug(),
                        refusal.detail(),
                        refusal.field()));
    }

    /** There is nothing under that id, or something of another kind. */
    @ExceptionHandler({AggregateNotFoundException.class, IncompatibleAggregateException.class})
    ResponseEntity<ProblemDetail> notFound() {
        return ProblemAdvice.answer(
                Problem.of(HttpStatus.NOT_FOUND, "not-found", "There is no such thing"));
    }

    /** The log does not answer, or those who came before wait for it too long already. */
    @ExceptionHandler({EventStoreException.class, LockAcquisitionFailedException.class})
    ResponseEntity<ProblemDetail> away() {
        return ProblemAdvice.answer(
                Problem.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "log-away",
                        "The log takes no commands at the moment; repeat with the same"
                                + " Idempotency-Key"));
    }

    private static HttpStatus status(Rule.Kind kind) {
        return switch (kind) {
            case INVALID -> HttpStatus.UNPROCESSABLE_CONTENT;
            case CONFLICT -> HttpStatus.CONFLICT;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case PRECONDITION -> HttpStatus.PRECONDITION_FAILED;
        };
    }
}
