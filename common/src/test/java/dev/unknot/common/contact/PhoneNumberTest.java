package dev.unknot.common.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhoneNumberTest {

    @ParameterizedTest
    @CsvSource({
        "+43 (660) 123 45 67,, +436601234567",
        "0171 3920011, DE, +491713920011",
        "0049 171 3920011, DE, +491713920011",
        "+1 202-555-0143, DE, +12025550143",
        "(202) 555-0143, US, +12025550143",
        "011 49 171 3920011, US, +491713920011",
        "(08) 7010 0101, AU, +61870100101",
        "49 171 3920016, DE, +491713920016",
        "49 (0)171 3920016, DE, +491713920016",
        "49 30 23125001, DE, +493023125001",
        "171 3920016, DE, +491713920016",
        "04366 01234567, DE, +49436601234567",
        "321 555 1234, US, +13215551234",
        "391 234 5678, IT, +393912345678",
        "41 79 123 45 67, CH, +41791234567",
        "1-800-MASSAGE, US, +18006277243",
        "+1 800 MASSAGE, DE, +18006277243"
    })
    void isReadAsItIsDialledThere(String typed, @Nullable String country, String e164) {
        assertThat(PhoneNumber.of(typed, country == null ? null : new Country(country))
                        .e164())
                .isEqualTo(e164);
    }

    @ParameterizedTest
    @CsvSource({
        "0171 3920011,, invalid-phone",
        "call me, DE, invalid-phone",
        "<b>, DE, invalid-phone",
        "43 660 1234567, DE, invalid-phone",
        "1-800-MASSAGE, DE, invalid-phone",
        "030 23125100 Mama, DE, invalid-phone",
        "1, DE, invalid-phone",
        "+43 12,, invalid-phone",
        "+49 30 23125100 ext. 12,, phone-extension",
        "(202) 555-0143 x7, US, phone-extension",
        "+4930231251001234567890,, invalid-phone"
    })
    void isRefused(String typed, @Nullable String country, String code) {
        assertThatThrownBy(() -> PhoneNumber.of(typed, country == null ? null : new Country(country)))
                .isInstanceOfSatisfying(
                        UnusableContact.class,
                        refused -> assertThat(refused.code()).isEqualTo(code));
    }

    @Test
    void theCountryIsNamedApartFromTheSentenceAsSomeTakeAnArticle() {
        assertThatThrownBy(() -> PhoneNumber.of("1", new Country("US")))
                .hasMessage("This is neither a national phone number (United States) nor one in international form,"
                        + " such as +43 660 1234567.");
    }

    @Test
    void isWrittenForPeopleOfAnyCountry() {
        PhoneNumber number = PhoneNumber.of("030 23125100", new Country("DE"));

        assertThat(number.international()).isEqualTo("+49 30 23125100");
        assertThat(number).hasToString("PhoneNumber[…]");
    }
}
