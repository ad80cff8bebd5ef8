package dev.unknot.notification.message;

import dev.unknot.common.message.Channel;
import java.util.Locale;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Tells which gateway is left alone. The service is up all the same: it plans, it takes replies, and it sends by the
 * other channel; another instance would not do better.
 */
@Component
class GatewaysHealthIndicator implements HealthIndicator {
    private final GatewayBreakers breakers;

    GatewaysHealthIndicator(GatewayBreakers breakers) {
        this.breakers = breakers;
    }

    @Override
    public Health health() {
        Health.Builder health = Health.up();
        for (Channel channel : Channel.values()) {
            health.withDetail(
                    channel.name().toLowerCase(Locale.ROOT), breakers.leftAlone(channel) ? "left alone" : "in use");
        }
        return health.build();
    }
}
