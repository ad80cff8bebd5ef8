package dev.unknot.booking.slot;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many wide searches this instance makes.
 *
 * @param atOnce at least 1; 0: as many as there are processors
 * @param patience how long one waits for its turn before it is refused
 */
@ConfigurationProperties("unknot.wide-searches")
record SearchSettings(
        @DefaultValue("0") int atOnce, @DefaultValue("2s") Duration patience) {

    int places() {
        return atOnce > 0 ? atOnce : Runtime.getRuntime().availableProcessors();
    }
}
