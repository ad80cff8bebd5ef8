package dev.unknot.frontdesk.signingkey;

import com.nimbusds.jose.jwk.ECKey;
import java.time.Instant;

/**
 * An EC P-256 key with its private part and the times of its life: published in {@code [publishedFrom, publishedUntil)},
 * signing in {@code [signsFrom, signsUntil)}.
 */
record SigningKey(ECKey key, Instant publishedFrom, Instant signsFrom, Instant signsUntil, Instant publishedUntil) {

    boolean signsAt(Instant now) {
        return !now.isBefore(signsFrom) && now.isBefore(signsUntil);
    }
}
