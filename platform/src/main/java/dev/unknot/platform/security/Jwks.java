package dev.unknot.platform.security;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import dev.unknot.common.access.TokenClaims;
import java.net.MalformedURLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * Verifies tokens with the issuer's published keys, which are fetched when the first token comes and kept for a while. Keys
 * are RSA, or P-256 where they were made before (ADR 17).
 */
final class Jwks {

    private static final int LARGEST_ANSWER = 64 * 1024;
    private static final Duration REFETCH_AT_MOST_EVERY = Duration.ofSeconds(5);
    private static final Duration OUTAGE = Duration.ofHours(1);

    private Jwks() {}

    static JwtDecoder decoder(SecuritySettings settings, SslBundles bundles) {
        var decoder = NimbusJwtDecoder.withJwkSource(keys(settings, sockets(settings, bundles)))
                .jwsAlgorithm(SignatureAlgorithm.RS256)
                .jwsAlgorithm(SignatureAlgorithm.ES256)
                .build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                JwtValidators.createDefaultWithIssuer(settings.issuer()), endsSomeTime(), isForUs()));
        return decoder;
    }

    private static OAuth2TokenValidator<Jwt> endsSomeTime() {
        return new JwtClaimValidator<@Nullable Instant>(JwtClaimNames.EXP, Objects::nonNull);
    }

    private static OAuth2TokenValidator<Jwt> isForUs() {
        return new JwtClaimValidator<@Nullable List<String>>(
                JwtClaimNames.AUD, audience -> audience != null && audience.contains(TokenClaims.AUDIENCE));
    }

    /** A key id not yet seen makes it ask again, so a new key works at once; known ones outlive an outage of the issuer. */
    private static JWKSource<SecurityContext> keys(SecuritySettings settings, @Nullable SSLSocketFactory sockets) {
        int timeout = (int) settings.jwksTimeout().toMillis();
        try {
            return JWKSourceBuilder.create(
                            settings.jwksUri().toURL(),
                            new DefaultResourceRetriever(timeout, timeout, LARGEST_ANSWER, true, sockets))
                    .cache(settings.jwksMaxAge().toMillis(), timeout * 2L)
                    .refreshAheadCache(false)
                    .rateLimited(REFETCH_AT_MOST_EVERY.toMillis())
                    .outageTolerant(OUTAGE.toMillis())
                    .build();
        } catch (MalformedURLException unusable) {
            throw new IllegalArgumentException(
                    "unknot.security.jwks-uri is an http or https address, but was " + settings.jwksUri(), unusable);
        }
    }

    /** Null: those of the JVM. */
    private static @Nullable SSLSocketFactory sockets(SecuritySettings settings, SslBundles bundles) {
        return settings.sslBundle() == null
                ? null
                : bundles.getBundle(settings.sslBundle()).createSslContext().getSocketFactory();
    }
}
