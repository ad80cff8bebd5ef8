package dev.unknot.frontdesk.signingkey;

import com.nimbusds.jose.jwk.JWK;
import java.time.Instant;

/**
 * A key with its private part, its algorithm and the times of its life: published in {@code [publishedFrom,
 * publishedUntil)}, signing in {@code [signsFrom, signsUntil)}.
 */
record SigningKey(JWK key, Instant publishedFrom, Instant signsFrom, Instant signsUntil, Instant publishedUntil) {

    boolean signsAt(Instant now) {
        return !now.isBefore(signsFrom) && now.isBefore(signsUntil);
    }
}
