package dev.unknot.platform.clock;

import dev.unknot.platform.problem.Rejection;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reads and moves the clock of this service; exists in development and tests only. */
@Hidden
@RestController
@RequestMapping("/dev/clock")
class ClockEndpoint {

    /** Far enough for any horizon, near enough for every calendar and for PostgreSQL's timestamps. */
    private static final Duration FARTHEST = Duration.ofDays(3_660);

    private final MovableClock clock;

    ClockEndpoint(MovableClock clock) {
        this.clock = clock;
    }

    @GetMapping
    Reading read() {
        return new Reading(clock.instant(), clock.offset());
    }

    @PostMapping
    Reading move(@RequestBody Move move) {
        Duration offset = move.offset();
        if (offset == null || offset.abs().compareTo(FARTHEST) > 0) {
            throw Rejection.malformed(
                    "invalid-request", "The offset is an ISO 8601 duration of at most ten years.", "offset");
        }
        clock.offset(offset);
        return read();
    }

    record Move(@Nullable Duration offset) {}

    record Reading(Instant now, Duration offset) {}
}
