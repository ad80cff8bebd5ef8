package dev.unknot.booking.slot;

import dev.unknot.booking.availability.Availability;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Part of the readiness group as {@code slots}: an index still being filled would offer what is taken. */
@Component
class SlotsHealthIndicator implements HealthIndicator {

    private final Availability availability;

    SlotsHealthIndicator(Availability availability) {
        this.availability = availability;
    }

    @Override
    public Health health() {
        return availability.complete() ? Health.up().build() : Health.down().build();
    }
}
