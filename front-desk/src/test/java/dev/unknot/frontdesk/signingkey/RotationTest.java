package dev.unknot.frontdesk.signingkey;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.SignedJWT;
import dev.unknot.frontdesk.FrontDeskTest;
import dev.unknot.frontdesk.TimeOfTokens;
import dev.unknot.frontdesk.token.TokenDesk;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@FrontDeskTest
class RotationTest {

    private static final Duration LIFE = Duration.ofDays(30);
    private static final Duration AHEAD = Duration.ofHours(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @LocalServerPort
    int port;

    @Autowired
    KeyRotation rotation;

    @Autowired
    SigningKeys keys;

    @Autowired
    TimeOfTokens time;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    private TokenDesk desk = new TokenDesk(0);

    @BeforeEach
    void aFreshKey() {
        desk = new TokenDesk(port);
        database.sql("DELETE FROM signing_keys").update();
        rotation.everyMinute();
    }

    @Test
    void aNewKeyIsPublishedBeforeItSignsAndTheOldOneUntilItsLastTokenEnds() throws Exception {
        String old = onlyPublished();

        pass(LIFE.minus(AHEAD).minus(MINUTE));
        assertThat(desk.publishedIds()).containsExactly(old);

        pass(MINUTE.multipliedBy(2));
        assertThat(desk.publishedIds()).hasSize(2).contains(old);
        String next = desk.publishedIds().stream()
                .filter(id -> !id.equals(old))
                .findFirst()
                .orElseThrow();
        assertThat(signer()).isEqualTo(old);

        pass(AHEAD.minus(MINUTE.multipliedBy(2)));
        SignedJWT last = desk.token("owner", "owner-secret");
        assertThat(last.getHeader().getKeyID()).isEqualTo(old);

        pass(MINUTE.multipliedBy(2));
        assertThat(signer()).isEqualTo(next);
        assertThat(desk.verifies(last)).isTrue();

        passUntil(last);
        assertThat(desk.verifies(last)).isTrue();

        pass(Duration.ofMinutes(10));
        assertThat(desk.publishedIds()).containsExactly(next);
    }

    @Test
    void afterALongSleepAKeyIsMadeAtOnce() throws Exception {
        String old = onlyPublished();

        time.moveBy(LIFE.multipliedBy(3));

        assertThat(signer()).isNotEqualTo(old);
        assertThat(desk.publishedIds()).doesNotContain(old);
    }

    @Test
    void aKeyOfBeforeSignsOnAsItDid() throws Exception {
        Instant now = time.clock().instant().truncatedTo(ChronoUnit.MILLIS);
        var elliptic = new ECKeyGenerator(Curve.P_256)
                .keyID("before")
                .algorithm(JWSAlgorithm.ES256)
                .generate();
        var before = new SigningKey(
                elliptic, now.minus(MINUTE), now.minus(MINUTE), now.plus(AHEAD), now.plus(AHEAD.multipliedBy(2)));
        // Or a rotation might come in between, which the service makes by itself every minute, and find none.
        transaction.executeWithoutResult(done -> {
            database.sql("DELETE FROM signing_keys").update();
            keys.add(before);
        });

        SignedJWT token = desk.token("owner", "owner-secret");

        assertThat(token.getHeader().getKeyID()).isEqualTo("before");
        assertThat(token.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.ES256);
        assertThat(desk.verifies(token)).isTrue();

        pass(AHEAD);

        SignedJWT next = desk.token("owner", "owner-secret");
        assertThat(next.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.RS256);
        assertThat(desk.verifies(next)).isTrue();
        assertThat(desk.verifies(token)).isTrue();
    }

    @Test
    void severalInstancesMakeOneKey() throws Exception {
        time.moveBy(LIFE.minus(AHEAD).plus(MINUTE));

        List<Future<List<SigningKey>>> rings = new ArrayList<>();
        try (var instances = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 12; i++) {
                rings.add(instances.submit(rotation::rotate));
            }
        }

        for (Future<List<SigningKey>> ring : rings) {
            assertThat(ring.get()).hasSize(2);
        }
        assertThat(desk.publishedIds()).hasSize(2);
    }

    @Test
    void privateKeysAreReadableNeitherInTheDatabaseNorInWhatIsPublished() {
        assertThat(desk.jwks().text()).contains("\"n\":").doesNotContain("\"d\":");
        assertThat(database.sql("SELECT public_key || encode(private_key, 'escape') FROM signing_keys")
                        .query(String.class)
                        .list())
                .hasSize(1)
                .allSatisfy(row -> assertThat(row).contains("\"n\":").doesNotContain("\"d\":"));
    }

    private void pass(Duration duration) {
        time.moveBy(duration);
        rotation.everyMinute();
    }

    private void passUntil(SignedJWT token) throws Exception {
        pass(Duration.between(
                time.clock().instant(),
                token.getJWTClaimsSet().getExpirationTime().toInstant()));
    }

    private String signer() throws Exception {
        return desk.token("owner", "owner-secret").getHeader().getKeyID();
    }

    private String onlyPublished() throws Exception {
        assertThat(desk.publishedIds()).hasSize(1);
        return desk.publishedIds().getFirst();
    }
}
