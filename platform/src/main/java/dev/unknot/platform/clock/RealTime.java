package dev.unknot.platform.clock;

import java.time.Clock;

/** Time that is never moved, for what others judge by their own clocks: when a token ends, how long its key is published. */
public record RealTime(Clock clock) {}
