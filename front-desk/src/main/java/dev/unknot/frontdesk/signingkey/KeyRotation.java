package dev.unknot.frontdesk.signingkey;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import dev.unknot.platform.clock.RealTime;
import dev.unknot.platform.id.Ids;
import dev.unknot.platform.transaction.Attempts;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Makes the next key early enough to be published before it signs, and takes back those whose last token has ended. */
@Component
class KeyRotation {

    private static final Logger log = LoggerFactory.getLogger(KeyRotation.class);

    private static final int KEY_BITS = 2048;

    private final SigningKeys keys;
    private final SigningKeySettings settings;
    private final Attempts attempts;
    private final Clock clock;

    KeyRotation(SigningKeys keys, SigningKeySettings settings, Attempts attempts, RealTime time) {
        this.keys = keys;
        this.settings = settings;
        this.attempts = attempts;
        this.clock = time.clock();
    }

    /** Also proves at start, and not with the first token, that the secret opens the keys. */
    @EventListener(ApplicationStartedEvent.class)
    void start() {
        var unused = rotate();
    }

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
    void everyMinute() {
        var unused = rotate();
    }

    /** All keys published now. Several instances may rotate at once; one of them makes the key. */
    List<SigningKey> rotate() {
        return attempts.run(() -> {
            keys.lock();
            // PostgreSQL keeps microseconds; what is written and what is read shall be the same instant.
            Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            int ended = keys.removeEnded(now);
            if (ended > 0) {
                log.info("took back {} signing keys", ended);
            }
            if (isNextDue(keys.published(now), now)) {
                SigningKey next = next(keys.published(now), now);
                keys.add(next);
                log.info("signing key {} signs from {}", next.key().getKeyID(), next.signsFrom());
            }
            return keys.published(now);
        });
    }

    private boolean isNextDue(List<SigningKey> published, Instant now) {
        return published.stream().noneMatch(key -> key.signsUntil().isAfter(now.plus(settings.publishAhead())));
    }

    /** Takes over where the last one stops signing; with none signing now it has to start at once. */
    private SigningKey next(List<SigningKey> published, Instant now) {
        Instant signsFrom = published.stream()
                .filter(key -> key.signsAt(now))
                .map(SigningKey::signsUntil)
                .max(Instant::compareTo)
                .orElse(now);
        Instant signsUntil = signsFrom.plus(settings.keyLife());
        return new SigningKey(newKey(), now, signsFrom, signsUntil, signsUntil.plus(settings.afterglow()));
    }

    /** RSA, because each request is verified and a token is signed once in minutes (ADR 17). */
    private static JWK newKey() {
        try {
            return new RSAKeyGenerator(KEY_BITS)
                    .keyID(Ids.next().toString())
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException("every JDK has RSA", impossible);
        }
    }
}
