package dev.unknot.common.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTest {

    @ParameterizedTest
    @ValueSource(strings = {"en", "de-AT", "gsw-CH", "fil", "zh-TW", "he", "yue"})
    void whatPeopleSpeakIsKnown(String tag) {
        assertThat(Language.Rule.knows(tag)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"zzz", "xx", "qaa", "und", "mul", "zxx", "mis", "en-ZZ", "de-XX"})
    void whatNobodySpeaksIsNot(String tag) {
        assertThat(Language.Rule.knows(tag)).isFalse();
    }
}
