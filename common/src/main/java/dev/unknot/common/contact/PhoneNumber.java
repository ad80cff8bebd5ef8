package dev.unknot.common.contact;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber.CountryCodeSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A telephone number that exists in some country's plan.
 *
 * @param e164 such as {@code +436601234567}
 */
public record PhoneNumber(String e164) {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final String NO_COUNTRY = "ZZ";

    /** The North American Numbering Plan: only there letters stand for digits (1-800-FLOWERS). */
    private static final int NORTH_AMERICA = 1;

    /**
     * Reads a number however it is punctuated: in international form, or as it is dialled in {@code country}. What was
     * typed without the plus, and without what is dialled before a national number, is read as the international form
     * if it is one of that country. If it is one of another country it may be two numbers, and is refused.
     *
     * @param country where it is dialled; null: unknown, and then only the international form is read
     * @throws UnusableContact with the code {@code invalid-phone} or {@code phone-extension}
     */
    public static PhoneNumber of(String typed, @Nullable Country country) {
        Phonenumber.PhoneNumber number = read(typed, country == null ? NO_COUNTRY : country.code());
        if (number == null || !NUMBERS.isValidNumber(number)) {
            throw new UnusableContact("invalid-phone", sentence(country));
        }
        if (number.hasExtension()) {
            throw new UnusableContact(
                    "phone-extension",
                    "A phone number is kept without an extension, as no text reaches one. Give the number of the line.");
        }
        return new PhoneNumber(NUMBERS.format(number, PhoneNumberFormat.E164));
    }

    private static Phonenumber.@Nullable PhoneNumber read(String typed, String country) {
        Phonenumber.PhoneNumber number = parsed(typed, country);
        if (number == null || (number.getCountryCode() != NORTH_AMERICA && NUMBERS.isAlphaNumber(typed))) {
            return null;
        }
        if (number.getCountryCodeSource() != CountryCodeSource.FROM_DEFAULT_COUNTRY || isAsDialled(typed, number)) {
            return number;
        }
        Phonenumber.PhoneNumber withPlus = parsed("+" + PhoneNumberUtil.normalizeDigitsOnly(typed), NO_COUNTRY);
        if (withPlus == null || !NUMBERS.isValidNumber(withPlus)) {
            return number;
        }
        return withPlus.getCountryCode() == number.getCountryCode() ? withPlus : null;
    }

    /** With all the digits that are dialled within the country, such as the 0 in Germany. */
    private static boolean isAsDialled(String typed, Phonenumber.PhoneNumber number) {
        String dialled = NUMBERS.format(number, PhoneNumberFormat.NATIONAL);
        return PhoneNumberUtil.normalizeDigitsOnly(dialled).equals(PhoneNumberUtil.normalizeDigitsOnly(typed));
    }

    private static Phonenumber.@Nullable PhoneNumber parsed(String typed, String country) {
        try {
            return NUMBERS.parseAndKeepRawInput(typed, country);
        } catch (NumberParseException unreadable) {
            // Its message repeats the number, which must not reach a log.
            return null;
        }
    }

    private static String sentence(@Nullable Country country) {
        return country == null
                ? "This is not a phone number in international form, such as +43 660 1234567."
                : "This is neither a national phone number (" + country.englishName()
                        + ") nor one in international form, such as +43 660 1234567.";
    }

    /** In international form for people to read: {@code +43 660 1234567}. */
    public String international() {
        Phonenumber.PhoneNumber number = Objects.requireNonNull(parsed(e164, NO_COUNTRY), "E.164 is readable");
        return NUMBERS.format(number, PhoneNumberFormat.INTERNATIONAL);
    }

    /** Without the number: this ends up in logs. */
    @Override
    public String toString() {
        return "PhoneNumber[…]";
    }
}
