package dev.unknot.notification.message;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When a gateway that keeps failing is left alone.
 *
 * @param calls how many of the last calls are looked at; once half of that many have failed nothing more is tried
 * @param rest how long it is then left alone, before single calls try whether it works again
 */
@ConfigurationProperties("unknot.gateways")
record GatewaySettings(
        @DefaultValue("20") int calls, @DefaultValue("30s") Duration rest) {
    GatewaySettings {
        if (calls < 2) {
            throw new IllegalArgumentException("unknot.gateways.calls is at least 2, but was " + calls);
        }
        if (!rest.isPositive()) {
            throw new IllegalArgumentException("unknot.gateways.rest is positive, but was " + rest);
        }
    }
}
