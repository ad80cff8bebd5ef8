package dev.unknot.platform.link;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A key that signs links.
 *
 * @param number 1 to 255, written into each link so that keys can follow one another
 */
record LinkKey(int number, byte[] secret) {

    static final int SECRET_BYTES = 32;

    private static final String ALGORITHM = "HmacSHA256";

    LinkKey {
        if (number < 1 || number > 255) {
            throw new IllegalArgumentException("a key of links is numbered 1 to 255, but was " + number);
        }
        if (secret.length != SECRET_BYTES) {
            throw new IllegalArgumentException(
                    "a key of links has " + SECRET_BYTES + " bytes, but had " + secret.length);
        }
        secret = secret.clone();
    }

    /** The first bytes of the HMAC (RFC 2104, truncated as its section 5 allows). */
    byte[] sign(byte[] content, int bytes) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            return Arrays.copyOf(mac.doFinal(content), bytes);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, impossible);
        }
    }

    @Override
    public String toString() {
        return "LinkKey[" + number + "]";
    }
}
