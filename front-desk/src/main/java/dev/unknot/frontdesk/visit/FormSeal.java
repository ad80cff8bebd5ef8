package dev.unknot.frontdesk.visit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/**
 * Seals the forms on a client's page, in the place of a session's CSRF token. A stranger's page cannot post here without
 * the link, which it does not know; the seal adds that we made the form, for this link, for what the client saw, not long
 * ago: a form that was copied into a mail, saved, or made up does nothing.
 */
final class FormSeal {

    private static final Duration GOOD_FOR = Duration.ofHours(12);
    private static final Pattern FORM = Pattern.compile("[0-9]{1,18}\\.[0-9]{1,12}\\.[A-Za-z0-9_-]{43}");

    private final SecretKey key;

    FormSeal(SecretKey key) {
        this.key = key;
    }

    /** @param version of the appointment that the form shows */
    String seal(String token, long version, Instant now) {
        return sealed(token, version, now.plus(GOOD_FOR).getEpochSecond());
    }

    /** The version the client saw, or nothing if we did not make this form for this link, or too long ago. */
    Optional<Long> open(String seal, String token, Instant now) {
        if (!FORM.matcher(seal).matches()) {
            return Optional.empty();
        }
        String[] parts = seal.split("\\.");
        long version = Long.parseLong(parts[0]);
        long until = Long.parseLong(parts[1]);
        boolean ours = MessageDigest.isEqual(sealed(token, version, until).getBytes(UTF_8), seal.getBytes(UTF_8));
        return ours && now.getEpochSecond() < until ? Optional.of(version) : Optional.empty();
    }

    private String sealed(String token, long version, long until) {
        String content = version + "." + until;
        return content + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(mac(token + "." + content));
    }

    private byte[] mac(String content) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(content.getBytes(UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has HmacSHA256", impossible);
        }
    }
}
