package dev.unknot.oracle;

import java.time.Duration;
import java.time.Instant;

/** When somebody works where, {@code [start, end)}; buffers lie inside it. */
public record Shift(String location, Instant start, Instant end) {

    Shift later(Duration by) {
        return new Shift(location, start.plus(by), end.plus(by));
    }
}
