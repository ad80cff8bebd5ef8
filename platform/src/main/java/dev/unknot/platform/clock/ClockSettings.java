package dev.unknot.platform.clock;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the clock runs.
 *
 * @param movable development and tests only: the clock can be moved over HTTP, without a token
 * @param offset how far a movable clock is ahead at start
 */
@ConfigurationProperties("unknot.clock")
record ClockSettings(
        @DefaultValue("false") boolean movable,
        @DefaultValue("PT0S") Duration offset) {}
