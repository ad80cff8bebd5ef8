package dev.unknot.platform.replay;

import dev.unknot.platform.event.DeadLetterReplay;
import dev.unknot.platform.event.EventAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;

/** The operator's command, where events are read and callers have tokens. */
@AutoConfiguration(after = EventAutoConfiguration.class)
@ConditionalOnBean(DeadLetterReplay.class)
@ConditionalOnProperty(name = "unknot.security.resource-server", havingValue = "true", matchIfMissing = true)
public class ReplayAutoConfiguration {

    @Bean
    DeadLetterEndpoint deadLetterEndpoint(DeadLetterReplay replay) {
        return new DeadLetterEndpoint(replay);
    }
}
