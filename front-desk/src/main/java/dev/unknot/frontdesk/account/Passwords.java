package dev.unknot.frontdesk.account;

import dev.unknot.platform.problem.Rejection;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/** Hashes and compares passwords: Argon2id with Spring Security's parameters (16 MiB, two passes), a few at a time. */
@Component
class Passwords {

    static final int SHORTEST = 12;
    static final int LONGEST = 200;

    /** Each takes 16 MiB and a processor; without a limit a flood of attempts would take both from everyone else. */
    private static final int AT_A_TIME = 4;

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private final Argon2PasswordEncoder encoder = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    private final Semaphore places = new Semaphore(AT_A_TIME, true);
    private final String nobodys = encoder.encode("the password of nobody");

    /** Refuses a password too short to withstand guessing or too long to be one. */
    static void require(String password) {
        if (password.length() < SHORTEST || password.length() > LONGEST) {
            throw Rejection.invalid(
                    "password-too-short",
                    "A password has " + SHORTEST + " to " + LONGEST + " characters; several words make a good one.",
                    "password");
        }
    }

    String hash(String password) {
        return inTurn(() -> encoder.encode(password));
    }

    /** @param hash null: nobody's, which takes as long and never matches */
    boolean match(String password, @Nullable String hash) {
        String bounded = password.substring(0, Math.min(password.length(), LONGEST));
        boolean same = inTurn(() -> encoder.matches(bounded, hash == null ? nobodys : hash));
        return same && hash != null && bounded.length() == password.length();
    }

    boolean isWeak(String hash) {
        return encoder.upgradeEncoding(hash);
    }

    private <T> T inTurn(Supplier<T> work) {
        try {
            if (!places.tryAcquire(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AuthenticationServiceException("too many passwords are being checked");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AuthenticationServiceException("stopped while waiting", stopped);
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }
}
