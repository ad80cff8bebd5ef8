package dev.unknot.common.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    @ParameterizedTest
    @CsvSource({
        "DE, 10999", "AT, 1070", "CH, 8001", "US, 10010", "US, 10010-1234", "CA, K1A 0B1", "CA, k1a0b1", "GB, SW1A 1AA",
        "GB, M1 1AE", "GB, EC1A 1BB", "AU, 5067", "NL, 1012 AB", "SE, 113 51", "PL, 00-001", "IN, 700016",
                "BR, anything"
    })
    void writesPostalCodesLike(String country, String code) {
        assertThat(new Country(country).writesPostalCodesLike(code)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "DE, ABC",
        "DE, 1070",
        "DE, 109999",
        "DE, D-10999",
        "AT, 10999",
        "US, 1001",
        "CA, 10010",
        "GB, 10999",
        "NL, 1012"
    })
    void writesPostalCodesOtherwise(String country, String code) {
        assertThat(new Country(country).writesPostalCodesLike(code)).isFalse();
    }
}
