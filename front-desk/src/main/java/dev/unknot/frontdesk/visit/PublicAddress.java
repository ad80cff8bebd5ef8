package dev.unknot.frontdesk.visit;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Where clients reach this service. Without it the service refuses to start and names the missing setting: what a caller
 * claims to have called is nothing to put into somebody's calendar.
 *
 * @param baseUrl such as {@code https://massage.example}; the same as notification-service's
 */
@Validated
@ConfigurationProperties("unknot.links")
public record PublicAddress(@NotNull URI baseUrl) {

    public URI visit(String token) {
        return UriComponentsBuilder.fromUri(baseUrl)
                .pathSegment("visit", token)
                .build()
                .toUri();
    }
}
