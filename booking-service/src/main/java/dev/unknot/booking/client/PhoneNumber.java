package dev.unknot.booking.client;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;
import dev.unknot.platform.problem.Rejection;

/** A telephone number that exists in some country's plan, as E.164. */
record PhoneNumber(String e164) {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final String NO_REGION = "ZZ";

    /** Reads the international form, however it is punctuated; a national form is refused, for we cannot know whose. */
    static PhoneNumber of(String text) {
        try {
            Phonenumber.PhoneNumber number = NUMBERS.parse(text, NO_REGION);
            if (NUMBERS.isValidNumber(number)) {
                return new PhoneNumber(NUMBERS.format(number, PhoneNumberFormat.E164));
            }
        } catch (NumberParseException unreadable) {
            // Its message repeats the number, which must not reach a log.
        }
        throw Rejection.invalid(
                "invalid-phone", "This is not a phone number in international form, such as +43 660 1234567.", "phone");
    }

    @Override
    public String toString() {
        return "PhoneNumber[…]";
    }
}
