package dev.unknot.frontdesk.account;

import com.nulabinc.zxcvbn.Zxcvbn;
import dev.unknot.platform.problem.Rejection;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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

    /** As zxcvbn has it: 10 to the power of 8 guesses or more. */
    private static final int UNLIKELY = 3;

    /** Characters; to look at all of a long one takes seconds, and its beginning is enough. */
    private static final int LOOKED_AT = 40;

    private static final List<String> OF_THE_HOUSE = List.of("unknot", "massage", "clinic", "therapist", "frontdesk");

    private static final Pattern WORD = Pattern.compile("\\W+", Pattern.UNICODE_CHARACTER_CLASS);

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private final Argon2PasswordEncoder encoder = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    private final Zxcvbn guesser = new Zxcvbn();
    private final Semaphore places = new Semaphore(AT_A_TIME, true);
    private final String nobodys = encoder.encode("the password of nobody");

    /** Refuses a password that is too short or too long, or that a guesser would try early. */
    void require(String password, StaffAccount account) {
        if (password.length() < SHORTEST || password.length() > LONGEST) {
            throw Rejection.invalid(
                    "password-too-short",
                    "A password has " + SHORTEST + " to " + LONGEST + " characters; several words make a good one.",
                    "password");
        }
        if (inTurn(() -> isGuessed(password, account))) {
            throw Rejection.invalid(
                    "password-too-common",
                    "That password is easily guessed: it is a common one, or the name of somebody or of a place. Take"
                            + " several words that do not belong together.",
                    "password");
        }
    }

    /** By zxcvbn, which knows common passwords, words, names, and how they are usually changed. */
    private boolean isGuessed(String password, StaffAccount account) {
        String looked = password.substring(0, Math.min(password.length(), LOOKED_AT));
        String own = (account.email() + " " + account.name()).toLowerCase(Locale.ROOT);
        List<String> known = Stream.of(
                        OF_THE_HOUSE.stream(), Stream.of(SignIn.folded(account.email())), WORD.splitAsStream(own))
                .flatMap(words -> words)
                .toList();
        return guesser.measure(looked, known).getScore() < UNLIKELY;
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
