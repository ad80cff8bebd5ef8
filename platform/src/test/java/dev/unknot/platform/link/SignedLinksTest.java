package dev.unknot.platform.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SignedLinksTest {

    private static final Instant NOON = Instant.parse("2026-03-29T12:00:00Z");
    private static final UUID VISIT = UUID.fromString("01900000-0000-7000-8000-0000000000f1");

    private final SignedLinks links = new SignedLinks(List.of(key(1, 7)));

    @Test
    void whatWasSignedIsNamedUntilItExpires() {
        String token = links.sign(VISIT, NOON);

        assertThat(token).hasSize(SignedLinks.LENGTH);
        assertThat(links.verify(token, NOON.minusSeconds(1))).contains(VISIT);
        assertThat(links.verify(token, NOON)).isEmpty();
    }

    @Test
    void expiryIsRoundedUpToTheHour() {
        String token = links.sign(VISIT, NOON.plusSeconds(1));

        assertThat(links.verify(token, NOON.plus(Duration.ofMinutes(59)))).contains(VISIT);
        assertThat(links.verify(token, NOON.plus(Duration.ofHours(1)))).isEmpty();
    }

    @Test
    void noBitOfATokenCanBeChanged() {
        byte[] token = Base64.getUrlDecoder().decode(links.sign(VISIT, NOON));
        for (int bit = 0; bit < token.length * 8; bit++) {
            byte[] forged = token.clone();
            forged[bit / 8] ^= (byte) (1 << (bit % 8));

            String text = Base64.getUrlEncoder().withoutPadding().encodeToString(forged);

            assertThat(links.verify(text, NOON.minusSeconds(1)))
                    .as("bit %s", bit)
                    .isEmpty();
        }
    }

    @Test
    void anotherSecretUnderTheSameNumberSignsNothingOfOurs() {
        assertThat(new SignedLinks(List.of(key(1, 8))).verify(links.sign(VISIT, NOON), Instant.EPOCH))
                .isEmpty();
    }

    @Test
    void keysFollowOneAnother() {
        SignedLinks both = new SignedLinks(List.of(key(1, 7), key(2, 9)));
        SignedLinks newOnly = new SignedLinks(List.of(key(2, 9)));

        assertThat(both.verify(links.sign(VISIT, NOON), Instant.EPOCH)).contains(VISIT);
        assertThat(newOnly.verify(both.sign(VISIT, NOON), Instant.EPOCH)).contains(VISIT);
        assertThat(newOnly.verify(links.sign(VISIT, NOON), Instant.EPOCH)).isEmpty();
    }

    @Test
    void whatIsNoTokenNamesNothing() {
        assertThat(links.verify("", NOON)).isEmpty();
        assertThat(links.verify("../../etc/passwd", NOON)).isEmpty();
        assertThat(links.verify("ü".repeat(SignedLinks.LENGTH), NOON)).isEmpty();
        assertThat(links.verify(links.sign(VISIT, NOON) + "A", Instant.EPOCH)).isEmpty();
    }

    @Test
    void malformedKeysAreRefusedWithoutBeingQuoted() {
        assertThatThrownBy(() -> new LinkSettings("1:c2VjcmV0").parsed())
                .hasMessageContaining("UNKNOT_LINKS_KEYS")
                .hasMessageNotContaining("c2VjcmV0");
        assertThatThrownBy(() -> new LinkSettings("nonsense").parsed()).hasMessageContaining("UNKNOT_LINKS_KEYS");
    }

    private static LinkKey key(int number, int fill) {
        byte[] secret = new byte[LinkKey.SECRET_BYTES];
        Arrays.fill(secret, (byte) fill);
        return new LinkKey(number, secret);
    }
}
