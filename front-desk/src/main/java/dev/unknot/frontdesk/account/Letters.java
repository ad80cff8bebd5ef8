package dev.unknot.frontdesk.account;

import java.security.SecureRandom;
import org.apache.commons.codec.binary.Base32;

/** Secrets that people read and type, in Base32 (RFC 4648): no letter is taken for a digit. */
public final class Letters {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Letters() {}

    /** Capital letters, and digits, of that many random bytes. */
    public static String random(int bytes) {
        byte[] secret = new byte[bytes];
        RANDOM.nextBytes(secret);
        return new Base32().encodeToString(secret);
    }

    /** In groups of four. */
    public static String inFours(String letters, String between) {
        return String.join(between, letters.split("(?<=\\G.{4})"));
    }
}
