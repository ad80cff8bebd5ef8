package dev.unknot.frontdesk.visit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Optional;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Seals and opens the forms of clients' pages, with a key that every instance derives from the front desk's one secret. */
@Component
public class VisitForms {

    private static final byte[] PURPOSE = "unknot: forms of clients' pages".getBytes(UTF_8);

    private final FormSeal seal;
    private final Clock clock;

    VisitForms(@Value("${unknot.tokens.key-secret:}") String secret, Clock clock) {
        this.seal = new FormSeal(derived(secret.getBytes(UTF_8)));
        this.clock = clock;
    }

    /** What a form for this link carries, and with it the version that the client sees. */
    public String seal(String token, long version) {
        return seal.seal(token, version, clock.instant());
    }

    /** The version the client saw, or nothing if the form is not ours or was left open for too long. */
    public Optional<Long> open(String sealed, String token) {
        return seal.open(sealed, token, clock.instant());
    }

    /** HKDF (RFC 5869): the secret encrypts signing keys, and what seals forms must say nothing about it. */
    private static SecretKey derived(byte[] secret) {
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveKey(
                            "HmacSHA256",
                            HKDFParameterSpec.ofExtract().addIKM(secret).thenExpand(PURPOSE, 32));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK 25 has HKDF-SHA256", impossible);
        }
    }
}
