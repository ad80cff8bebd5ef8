package dev.unknot.booking.slot;

import dev.unknot.booking.availability.Travel;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How fast clients and therapists get from one location to another.
 *
 * @param kilometresPerHour as the crow flies, more than 0
 * @param fixed for leaving and arriving
 * @param longest by then one gets anywhere, 24 hours at most
 */
@ConfigurationProperties("unknot.travel")
record TravelSettings(
        @DefaultValue("30") double kilometresPerHour,
        @DefaultValue("10m") Duration fixed,
        @DefaultValue("12h") Duration longest) {

    Travel travel() {
        return new Travel(kilometresPerHour, fixed, longest);
    }
}
