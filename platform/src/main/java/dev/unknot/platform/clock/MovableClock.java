package dev.unknot.platform.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that runs like another one, ahead of it or behind it by an offset that may be changed at any time. */
public final class MovableClock extends Clock {

    private final Clock base;
    private final AtomicReference<Duration> offset;

    public MovableClock(Clock base, Duration offset) {
        this(base, new AtomicReference<>(offset));
    }

    private MovableClock(Clock base, AtomicReference<Duration> offset) {
        this.base = base;
        this.offset = offset;
    }

    /** Changes the offset by {@code duration}; a negative one moves back. */
    public void moveBy(Duration duration) {
        offset.updateAndGet(before -> before.plus(duration));
    }

    /** Moves to {@code instant} and runs on from there. */
    public void set(Instant instant) {
        offset.set(Duration.between(base.instant(), instant));
    }

    public void offset(Duration duration) {
        offset.set(duration);
    }

    /** How far this clock is ahead of its base. */
    public Duration offset() {
        return Objects.requireNonNull(offset.get());
    }

    @Override
    public Instant instant() {
        return base.instant().plus(offset.get());
    }

    @Override
    public ZoneId getZone() {
        return base.getZone();
    }

    /** The same clock in another zone; it moves together with this one. */
    @Override
    public Clock withZone(ZoneId zone) {
        return new MovableClock(base.withZone(zone), offset);
    }
}
