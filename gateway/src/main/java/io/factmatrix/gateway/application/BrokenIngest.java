package io.factmatrix.gateway.application;

import io.factmatrix.kit.lines.IngestAnswer;
import io.factmatrix.kit.problem.ProblemException;

/** A body that broke off; what came before the break was decided, and counts. */
public final class BrokenIngest extends RuntimeException {

    private final transient ProblemException problem;
    private final transient IngestAnswer answer;

    BrokenIngest(ProblemException problem, IngestAnswer answer) {
        super(problem.detail(), problem, false, false);
        this.problem = problem;
        this.answer = answer;
    }

    public ProblemException problem() {
        return problem;
    }

    /** What became of the lines before the break. */
    public IngestAnswer answer() {
        return answer;
    }
}
