package dev.unknot.frontdesk.signingkey;

import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How signing keys are kept.
 *
 * @param keySecret base64 of the 32 bytes that encrypt private keys in the database
 * @param ttl how long a token is good, at most an hour
 * @param keyLife how long a key signs
 * @param publishAhead how long a key is published before it signs; longer than services keep the keys they have fetched
 */
@ConfigurationProperties("unknot.tokens")
record SigningKeySettings(
        @Nullable String keySecret,
        @DefaultValue("10m") Duration ttl,
        @DefaultValue("30d") Duration keyLife,
        @DefaultValue("1h") Duration publishAhead) {

    private static final Duration LONGEST_TTL = Duration.ofHours(1);

    /** Clocks of services may be behind by what Spring Security tolerates, a minute. */
    private static final Duration MARGIN = Duration.ofMinutes(2);

    SigningKeySettings {
        if (ttl.isNegative() || ttl.isZero() || ttl.compareTo(LONGEST_TTL) > 0) {
            throw new IllegalArgumentException("unknot.tokens.ttl is at most " + LONGEST_TTL + ", but was " + ttl);
        }
        if (publishAhead.isNegative() || keyLife.compareTo(publishAhead) <= 0) {
            throw new IllegalArgumentException("unknot.tokens.key-life is longer than unknot.tokens.publish-ahead ("
                    + publishAhead + "), but was " + keyLife);
        }
        if (!isAesKey(keySecret)) {
            throw new IllegalArgumentException(
                    "UNKNOT_TOKENS_KEY_SECRET (unknot.tokens.key-secret) is missing or is not"
                            + " the base64 of 32 bytes; make one with: openssl rand -base64 32");
        }
    }

    byte[] aesKey() {
        return Base64.getDecoder().decode(keySecret);
    }

    /** From a key's last signature until nobody needs it any more. */
    Duration afterglow() {
        return ttl.plus(MARGIN);
    }

    private static boolean isAesKey(@Nullable String secret) {
        try {
            return secret != null && Base64.getDecoder().decode(secret).length == 32;
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }
}
