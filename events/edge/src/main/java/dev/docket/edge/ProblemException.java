package dev.docket.edge;

/**
 * Ends a request with a problem; it has no stack trace, because it is an answer and not a fault.
 */
public final class ProblemException extends RuntimeException {

    private final Problem problem;

    public ProblemException(Problem problem) {
        super(problem.detail(), null, false, false);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
