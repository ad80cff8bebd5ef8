package dev.unknot.booking.slot;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Part of the readiness group as {@code slots}: an index still being filled would offer what is taken. */
@Component
class SlotsHealthIndicator implements HealthIndicator {

    private final IndexReading reading;

    SlotsHealthIndicator(IndexReading reading) {
        this.reading = reading;
    }

    @Override
    public Health health() {
        return reading.complete() ? Health.up().build() : Health.down().build();
    }
}
