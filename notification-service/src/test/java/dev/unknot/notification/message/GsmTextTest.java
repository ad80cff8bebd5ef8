package dev.unknot.notification.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GsmTextTest {
    @Test
    void accentsAndDashesTheAlphabetLacksAreLeftOut() {
        assertThat(GsmText.of("Zoë – Ștefan’s “hands”…")).isEqualTo("Zoe - Stefan's \"hands\"...");
    }

    @Test
    void latinLettersThatAreNoOthersWithAnAccentAreWrittenPlainly() {
        assertThat(GsmText.of("Emre Yıldız, Łukasz Đorđević, Þóra, „Cœur“, ×2"))
                .isEqualTo("Emre Yildiz, Lukasz Dordevic, THora, \"Coeur\", *2");
    }

    @Test
    void lettersOfTheAlphabetStay() {
        assertThat(GsmText.of("Jürgen Ångström, Ñandú 5 €")).isEqualTo("Jürgen Ångström, Ñandu 5 €");
    }

    @Test
    void anotherScriptStaysAsItIsAccentsIncluded() {
        assertThat(GsmText.of("Zoë मीरा")).isEqualTo("Zoë मीरा");
    }

    @Test
    void oneSmsHolds160CharactersOfTheAlphabetOr70OfAnother() {
        assertThat(GsmText.fitsOneSms("a".repeat(160))).isTrue();
        assertThat(GsmText.fitsOneSms("a".repeat(161))).isFalse();
        assertThat(GsmText.fitsOneSms("म".repeat(70))).isTrue();
        assertThat(GsmText.fitsOneSms("म".repeat(71))).isFalse();
    }

    @Test
    void aLongerTextGoesOutInPartsOf153CharactersOrOf67() {
        assertThat(GsmText.parts("a".repeat(161))).isEqualTo(2);
        assertThat(GsmText.parts("a".repeat(306))).isEqualTo(2);
        assertThat(GsmText.parts("a".repeat(307))).isEqualTo(3);
        assertThat(GsmText.parts("म".repeat(134))).isEqualTo(2);
        assertThat(GsmText.parts("म".repeat(135))).isEqualTo(3);
        assertThat(GsmText.parts("a".repeat(152) + "€" + "a".repeat(152))).isEqualTo(3);
    }

    @Test
    void theNarrowSpaceBeforePmIsAPlainOne() {
        assertThat(GsmText.of("2:30\u202fPM")).isEqualTo("2:30 PM");
        assertThat(GsmText.inUnicode("Łódź, 2:30\u202fPM")).isEqualTo("Łódź, 2:30 PM");
        assertThat(GsmText.carries("Café Müller’s")).isTrue();
        assertThat(GsmText.carries("Łódź")).isFalse();
    }

    @Test
    void anEscapedCharacterTakesTheRoomOfTwo() {
        assertThat(GsmText.fitsOneSms("€".repeat(80))).isTrue();
        assertThat(GsmText.fitsOneSms("€".repeat(81))).isFalse();
    }
}
