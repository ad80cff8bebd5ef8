package dev.unknot.platform.security;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whose tokens a service trusts.
 *
 * @param resourceServer false: this service brings a filter chain of its own
 * @param jwksUri where the issuer publishes its keys; first asked when the first token comes
 * @param issuer the only {@code iss} that is believed
 * @param openPaths patterns of paths that need no token, such as a gateway's signed webhooks
 * @param servicePaths patterns of paths that a service acting alone may read, and nothing else
 * @param jwksTimeout for connecting to the issuer, and again for its answer
 * @param jwksMaxAge how long fetched keys are used before they are asked for again
 * @param sslBundle the one of {@code spring.ssl.bundle} whose certificates the issuer is believed by; null: those that the JVM
 *     knows
 */
@ConfigurationProperties("unknot.security")
record SecuritySettings(
        @DefaultValue("true") boolean resourceServer,
        @DefaultValue("http://localhost:8080/oauth2/jwks") URI jwksUri,
        @DefaultValue("http://localhost:8080") String issuer,
        @DefaultValue List<String> openPaths,
        @DefaultValue List<String> servicePaths,
        @DefaultValue("2s") Duration jwksTimeout,
        @DefaultValue("5m") Duration jwksMaxAge,
        @Nullable String sslBundle) {

    SecuritySettings {
        if (sslBundle != null && !"https".equals(jwksUri.getScheme())) {
            throw new IllegalArgumentException("UNKNOT_SECURITY_JWKS_URI (unknot.security.jwks-uri) is an https address"
                    + " where unknot.security.ssl-bundle is set, but was " + jwksUri);
        }
    }
}
