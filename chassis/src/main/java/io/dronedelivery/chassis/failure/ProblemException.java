package io.dronedelivery.chassis.failure;

import io.dronedelivery.contracts.Problem;
import io.dronedelivery.contracts.Refusal;

/** Ends a request with a problem detail. Thrown at the edge only; the domain returns refusals as values. */
public class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.detail());
        this.problem = problem;
    }

    public ProblemException(Refusal code, String detail) {
        this(Problems.of(code, detail));
    }

    /** What to answer, or what was answered. */
    public Problem problem() {
        return problem;
    }
}
