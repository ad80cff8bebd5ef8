package dev.unknot.frontdesk.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormSealTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final FormSeal seal = new FormSeal(new SecretKeySpec(new byte[32], "HmacSHA256"));

    @Test
    void aSealedFormSaysWhichVersionTheClientSaw() {
        assertThat(seal.open(seal.seal("link", 7, NOON), "link", NOON.plus(Duration.ofHours(1))))
                .contains(7L);
    }

    @Test
    void aFormOfAnotherLinkIsNotOurs() {
        assertThat(seal.open(seal.seal("link", 7, NOON), "other", NOON)).isEmpty();
    }

    @Test
    void aFormIsGoodForHalfADay() {
        String form = seal.seal("link", 7, NOON);

        assertThat(seal.open(form, "link", NOON.plus(Duration.ofHours(12)).minusSeconds(1)))
                .contains(7L);
        assertThat(seal.open(form, "link", NOON.plus(Duration.ofHours(12)))).isEmpty();
    }

    @Test
    void neitherVersionNorEndCanBeChanged() {
        String form = seal.seal("link", 7, NOON);
        String[] parts = form.split("\\.");

        assertThat(seal.open("8." + parts[1] + "." + parts[2], "link", NOON)).isEmpty();
        assertThat(seal.open(parts[0] + ".9999999999." + parts[2], "link", NOON))
                .isEmpty();
        assertThat(seal.open("0" + form, "link", NOON)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "1.2.3", "a.b.c", "99999999999999999999.1.x"})
    void whatIsNoSealOpensNothing(String nonsense) {
        assertThat(seal.open(nonsense, "link", NOON)).isEmpty();
    }
}
