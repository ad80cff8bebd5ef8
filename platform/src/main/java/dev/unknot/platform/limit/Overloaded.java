package dev.unknot.platform.limit;

import dev.unknot.platform.problem.Problem;
import dev.unknot.platform.problem.TellsProblem;

/** 503: so much of it runs already that this did not begin in time. It passes by itself. */
public final class Overloaded extends RuntimeException implements TellsProblem {

    private static final long serialVersionUID = 1L;

    Overloaded() {
        super(Problem.OVERLOADED.sentence(), null, false, false);
    }

    @Override
    public Problem problem() {
        return Problem.OVERLOADED;
    }
}
