package dev.unknot.oracle;

import java.time.Duration;
import java.time.Instant;

/** The time {@code [start, end)}. */
public record Span(Instant start, Instant end) {

    Span later(Duration by) {
        return new Span(start.plus(by), end.plus(by));
    }
}
