package dev.unknot.booking.appointment;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How times are held.
 *
 * @param lease how long a time is held, 1 to 60 minutes
 * @param perActor how many one account may hold at once
 */
@ConfigurationProperties("unknot.holds")
record HoldSettings(
        @DefaultValue("PT10M") Duration lease,
        @DefaultValue("20") int perActor) {

    HoldSettings {
        if (lease.compareTo(Duration.ofMinutes(1)) < 0 || lease.compareTo(Duration.ofMinutes(60)) > 0) {
            throw new IllegalArgumentException(
                    "a time is held for 1 to 60 minutes, but unknot.holds.lease was " + lease);
        }
    }

    /** When a lease ends that begins now, as exact as the database keeps it, or the index would end it at another moment. */
    Instant end(Instant now) {
        return now.plus(lease).truncatedTo(ChronoUnit.MICROS);
    }
}
