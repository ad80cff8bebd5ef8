package dev.unknot.common.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CountryTest {

    @ParameterizedTest
    @ValueSource(strings = {"XX", "UK", "EU", "de", "", "AN", "<b>"})
    void isNone(String code) {
        assertThatThrownBy(() -> new Country(code))
                .isInstanceOfSatisfying(
                        UnusableContact.class,
                        refused -> assertThat(refused.code()).isEqualTo("unknown-country"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"HK", "AE", "PA", "QA", "MO"})
    void hasNoPostalCodes(String code) {
        assertThat(new Country(code).hasPostalCodes()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"DE", "AT", "US", "GB", "AU", "JP", "IE"})
    void hasPostalCodes(String code) {
        assertThat(new Country(code).hasPostalCodes()).isTrue();
    }
}
