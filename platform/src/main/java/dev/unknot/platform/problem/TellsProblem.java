package dev.unknot.platform.problem;

/** A failure that knows itself what is told of it. */
public interface TellsProblem {

    Problem problem();
}
