package dev.unknot.frontdesk.secondstep;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.security.InvalidKeyException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.spec.SecretKeySpec;

/** Codes of six digits that follow from a secret and the time, after RFC 6238 with what every app knows: SHA-1, 30 seconds. */
final class TimeCodes {

    static final Duration STEP = Duration.ofSeconds(30);

    /** Steps before and after now: the clock of a phone may be wrong, and typing takes time. */
    private static final int TOLERATED = 1;

    private static final TimeBasedOneTimePasswordGenerator GENERATOR = new TimeBasedOneTimePasswordGenerator(STEP);

    private TimeCodes() {}

    /** Which step the code is of, if it is near enough and later than {@code after}. */
    static OptionalLong step(byte[] secret, String code, Instant now, long after) {
        long present = now.getEpochSecond() / STEP.toSeconds();
        return LongStream.rangeClosed(present - TOLERATED, present + TOLERATED)
                .filter(step -> step > after && code(secret, step).equals(code))
                .findFirst();
    }

    private static String code(byte[] secret, long step) {
        try {
            return GENERATOR.generateOneTimePasswordString(
                    new SecretKeySpec(secret, GENERATOR.getAlgorithm()),
                    Instant.ofEpochSecond(step * STEP.toSeconds()),
                    Locale.ROOT);
        } catch (InvalidKeyException impossible) {
            throw new IllegalStateException("a secret of ours is a key", impossible);
        }
    }
}
