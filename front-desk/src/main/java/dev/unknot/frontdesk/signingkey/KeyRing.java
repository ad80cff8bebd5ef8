package dev.unknot.frontdesk.signingkey;

import com.google.errorprone.annotations.CheckReturnValue;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import dev.unknot.platform.clock.RealTime;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.stereotype.Component;

/** The keys as the issuer uses them: all that are published, and the one that signs now. */
@Component
@CheckReturnValue
public class KeyRing implements JWKSource<SecurityContext> {

    private final SigningKeys keys;
    private final KeyRotation rotation;
    private final Clock clock;

    KeyRing(SigningKeys keys, KeyRotation rotation, RealTime time) {
        this.keys = keys;
        this.rotation = rotation;
        this.clock = time.clock();
    }

    /** Read from the database each time, so that no instance signs with a key that another does not publish. */
    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) {
        List<JWK> published =
                keys.published(clock.instant()).stream().map(SigningKey::key).toList();
        return selector.select(new JWKSet(published));
    }

    /** Writes which key signs now, and how. After a long sleep there may be none, and one is made at once. */
    public void nameSigner(JwsHeader.Builder header) {
        JWK key = signing(keys.published(clock.instant()))
                .or(() -> signing(rotation.rotate()))
                .orElseThrow(() -> new IllegalStateException("there is no key to sign with"))
                .key();
        header.algorithm(Objects.requireNonNull(
                        SignatureAlgorithm.from(key.getAlgorithm().getName()), "a key says how it signs"))
                .keyId(key.getKeyID());
    }

    private Optional<SigningKey> signing(List<SigningKey> published) {
        Instant now = clock.instant();
        return published.stream().filter(key -> key.signsAt(now)).findFirst();
    }
}
