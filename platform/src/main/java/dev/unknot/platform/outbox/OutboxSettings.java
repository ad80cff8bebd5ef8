package dev.unknot.platform.outbox;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the outbox is relayed.
 *
 * @param relay whether this instance offers itself as the relay
 * @param batch rows read at once
 * @param poll longest wait for rows of other instances
 * @param deliveryTimeout how long a send may be in flight, and so how long a successor waits after an unclean end; at
 *     least 2 s
 */
@ConfigurationProperties("unknot.outbox")
record OutboxSettings(
        @DefaultValue("true") boolean relay,
        @DefaultValue("2000") int batch,
        @DefaultValue("50ms") Duration poll,
        @DefaultValue("5s") Duration deliveryTimeout) {}
