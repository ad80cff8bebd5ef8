package dev.unknot.notification.message;

import dev.unknot.common.message.Channel;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Tells the operator that a gateway refuses us, not a client: no message of the kind goes out until somebody mends it. */
@Component
class GatewayTrouble {
    private static final Logger log = LoggerFactory.getLogger(GatewayTrouble.class);

    private final MeterRegistry meters;

    GatewayTrouble(MeterRegistry meters) {
        this.meters = meters;
    }

    /** Counted as {@code unknot.gateway.our.fault}, by channel and the gateway's code. */
    void report(Channel channel, String code) {
        log.error(
                "The {} gateway refuses us with {}; an operator has to look at our account and settings",
                channel,
                code);
        meters.counter("unknot.gateway.our.fault", "channel", channel.name(), "code", code)
                .increment();
    }
}
