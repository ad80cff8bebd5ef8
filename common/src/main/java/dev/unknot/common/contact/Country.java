package dev.unknot.common.contact;

import java.util.Locale;
import java.util.Set;

/**
 * A country of ISO 3166-1, as the JDK lists them.
 *
 * @param code alpha-2, officially assigned: neither {@code XX} nor {@code UK} nor {@code EU}
 */
public record Country(String code) {

    private static final Set<String> ALL = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);

    /**
     * Those whose addresses have no postal code, or hardly ever one: their address formats in Google's libaddressinput
     * (the source of CLDR's rules for addresses, {@code region_data_constants}) have no field {@code %Z}.
     */
    private static final Set<String> WITHOUT_POSTAL_CODES = Set.of(
            "AE", "AG", "AO", "AQ", "AW", "BF", "BI", "BJ", "BO", "BQ", "BS", "BV", "BW", "BZ", "CD", "CF", "CG", "CI",
            "CK", "CM", "CW", "DJ", "DM", "ER", "FJ", "GA", "GD", "GH", "GM", "GQ", "GY", "HK", "JM", "KI", "KM", "KN",
            "KP", "LC", "LY", "ML", "MO", "MR", "MS", "MW", "NA", "NR", "NU", "PA", "PS", "QA", "RW", "SB", "SC", "SL",
            "SR", "SS", "ST", "SX", "SY", "TD", "TF", "TG", "TK", "TL", "TO", "TT", "TV", "UG", "VU", "WS", "YE", "ZW");

    /** @throws UnusableContact with the code {@code unknown-country} */
    public Country {
        if (!ALL.contains(code)) {
            throw new UnusableContact(
                    "unknown-country",
                    "A country is a two-letter code of ISO 3166, such as DE or GB, but was " + code + ".");
        }
    }

    /** False if an address there is complete without one. */
    public boolean hasPostalCodes() {
        return !WITHOUT_POSTAL_CODES.contains(code);
    }

    /** Whether it is written as postal codes are there; of a country whose form is not known, any is. */
    public boolean writesPostalCodesLike(String code) {
        return PostalCodes.isOf(this.code, code);
    }

    public String englishName() {
        return Locale.of("", code).getDisplayCountry(Locale.ENGLISH);
    }
}
