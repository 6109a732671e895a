package dev.docket.edge;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * What went wrong with a request, as RFC 9457 tells it.
 *
 * @param type a stable word for programs, for instance {@code ticket-is-closed}; it becomes the
 *     last part of the problem's type URI
 * @param detail one sentence for people, with the value and the rule at fault
 * @param field the JSON path or the parameter at fault, where there is one
 */
public record Problem(HttpStatus status, String type, String detail, @Nullable String field) {

    public static Problem of(HttpStatus status, String type, String detail) {
        return new Problem(status, type, detail, null);
    }

    public ProblemException asException() {
        return new ProblemException(this);
    }
}
