package dev.unknot.frontdesk.clinic;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the services are.
 *
 * @param connectTimeout for reaching one of them
 * @param readTimeout for its answer; a page asks several, and nobody waits longer for one
 */
@ConfigurationProperties("unknot.services")
record ServiceSettings(
        @DefaultValue("http://localhost:8081") URI bookingUrl,
        @DefaultValue("http://localhost:8082") URI therapistUrl,
        @DefaultValue("http://localhost:8083") URI notificationUrl,
        @DefaultValue("2s") Duration connectTimeout,
        @DefaultValue("8s") Duration readTimeout) {}
