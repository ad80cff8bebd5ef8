package dev.unknot.common.contact;

import java.util.Map;
import java.util.regex.Pattern;

/** How postal codes are written, in countries where that is certain. Neither the JDK nor CLDR knows. */
final class PostalCodes {
    private static final String FOUR_DIGITS = "\\d{4}";
    private static final String FIVE_DIGITS = "\\d{5}";
    private static final String THREE_AND_TWO = "\\d{3} ?\\d{2}";

    private static final Map<String, Pattern> FORMS = Map.ofEntries(
            form("AT", FOUR_DIGITS),
            form("AU", FOUR_DIGITS),
            form("BE", FOUR_DIGITS),
            form("CA", "[A-Z]\\d[A-Z] ?\\d[A-Z]\\d"),
            form("CH", FOUR_DIGITS),
            form("CZ", THREE_AND_TWO),
            form("DE", FIVE_DIGITS),
            form("DK", FOUR_DIGITS),
            form("ES", FIVE_DIGITS),
            form("FI", FIVE_DIGITS),
            form("FR", FIVE_DIGITS),
            form("GB", "[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2}"),
            form("HU", FOUR_DIGITS),
            form("IT", FIVE_DIGITS),
            form("LI", FOUR_DIGITS),
            form("LU", FOUR_DIGITS),
            form("NL", "\\d{4} ?[A-Z]{2}"),
            form("NO", FOUR_DIGITS),
            form("NZ", FOUR_DIGITS),
            form("PL", "\\d{2}-\\d{3}"),
            form("PT", "\\d{4}-\\d{3}"),
            form("SE", THREE_AND_TWO),
            form("SK", THREE_AND_TWO),
            form("US", "\\d{5}(-\\d{4})?"));

    private PostalCodes() {}

    /** Of a country whose form is not known, any. */
    static boolean isOf(String country, String code) {
        Pattern form = FORMS.get(country);
        return form == null || form.matcher(code).matches();
    }

    private static Map.Entry<String, Pattern> form(String country, String form) {
        return Map.entry(country, Pattern.compile(form, Pattern.CASE_INSENSITIVE));
    }
}
