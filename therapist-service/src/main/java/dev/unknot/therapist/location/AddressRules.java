package dev.unknot.therapist.location;

import dev.unknot.common.contact.Country;
import dev.unknot.common.contact.EmailAddress;
import dev.unknot.common.contact.PhoneNumber;
import dev.unknot.common.contact.UnusableContact;
import dev.unknot.common.location.Address;
import dev.unknot.platform.problem.Rejection;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a location's address and phone may be: messages tell clients to come there and to call it. */
final class AddressRules {

    private AddressRules() {}

    /** @param path of the address in the request; empty: it is the request */
    static void require(Address address, String path) {
        Country country = usable(path + "country", () -> new Country(address.country()));
        if (address.postalCode().isEmpty() && country.hasPostalCodes()) {
            throw Rejection.invalid(
                    "postal-code-missing",
                    "An address needs a postal code (" + country.englishName() + ").",
                    path + "postalCode");
        }
        if (country.hasPostalCodes() && !country.writesPostalCodesLike(address.postalCode())) {
            throw Rejection.invalid(
                    "invalid-postal-code",
                    "This is not a postal code (" + country.englishName() + ").",
                    path + "postalCode");
        }
        requirePoint(address, path);
    }

    private static void requirePoint(Address address, String path) {
        if ((address.latitude() == null) != (address.longitude() == null)) {
            throw Rejection.invalid(
                    "coordinates-incomplete",
                    "A point on the globe has a latitude and a longitude.",
                    path + (address.latitude() == null ? "latitude" : "longitude"));
        }
    }

    /** In international form, as clients of other countries read it too. */
    static String phone(String typed, Address address) {
        return usable(
                "phone",
                () -> PhoneNumber.of(typed, new Country(address.country())).international());
    }

    /** Null if none was typed. Any mail program of a client must be able to answer to it, so it is of ASCII. */
    static @Nullable String email(@Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        EmailAddress address = usable("email", () -> EmailAddress.of(typed));
        if (address.needsSmtpUtf8()) {
            throw Rejection.invalid(
                    "email-not-carried",
                    "Not every mail program can answer to an address with letters such as ø or č before the @."
                            + " Give another address.",
                    "email");
        }
        return address.text();
    }

    private static <T> T usable(String field, Supplier<T> read) {
        try {
            return read.get();
        } catch (UnusableContact refused) {
            throw Rejection.invalid(refused.code(), refused.sentence(), field);
        }
    }
}
