package dev.unknot.notification.message;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Where clients find their visits. Without it the service refuses to start and names the missing setting: a text that
 * leads nowhere cannot be called back.
 *
 * @param baseUrl public address of front-desk, such as {@code https://massage.example}; the shorter, the more an SMS says
 */
@Validated
@ConfigurationProperties("unknot.links")
record VisitLinkSettings(@NotNull URI baseUrl) {}
