package dev.unknot.frontdesk.clinic;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the services are.
 *
 * @param connectTimeout for reaching one of them
 * @param readTimeout for its answer; a page asks several, and nobody waits longer for one
 * @param sslBundle the one of {@code spring.ssl.bundle} with the certificates that the services are believed by and with our
 *     own; null: those that the JVM knows, and none
 */
@ConfigurationProperties("unknot.services")
record ServiceSettings(
        @DefaultValue("http://localhost:8081") URI bookingUrl,
        @DefaultValue("http://localhost:8082") URI therapistUrl,
        @DefaultValue("http://localhost:8083") URI notificationUrl,
        @DefaultValue("2s") Duration connectTimeout,
        @DefaultValue("8s") Duration readTimeout,
        @Nullable String sslBundle) {

    ServiceSettings {
        for (URI service : List.of(bookingUrl, therapistUrl, notificationUrl)) {
            if (sslBundle != null && !"https".equals(service.getScheme())) {
                throw new IllegalArgumentException("Each of unknot.services is an https address"
                        + " where unknot.services.ssl-bundle is set, but one was " + service);
            }
        }
    }
}
