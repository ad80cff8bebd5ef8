package dev.unknot.booking.client;

import dev.unknot.booking.supply.Supply;
import dev.unknot.common.contact.Country;
import dev.unknot.common.contact.EmailAddress;
import dev.unknot.common.contact.PhoneNumber;
import dev.unknot.common.contact.UnusableContact;
import dev.unknot.common.location.LocationId;
import dev.unknot.platform.problem.Rejection;
import dev.unknot.platform.security.LocationScope;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what a client is reached by, and refuses what no message of ours could be sent to. */
@Component
class ContactDetails {

    private final ContactSettings settings;
    private final Supply supply;

    ContactDetails(ContactSettings settings, Supply supply) {
        this.settings = settings;
        this.supply = supply;
    }

    /**
     * As typed; blank is none.
     *
     * @param location in whose country a national number is dialled; null: only the international form is read
     */
    Contact read(@Nullable String email, @Nullable String phone, @Nullable LocationId location) {
        return contact(email, phone, location == null ? null : country(location));
    }

    /**
     * The same of somebody who is known at these locations: a national number is read where all of them lie in one country,
     * and else only the international form.
     */
    Contact readAmong(@Nullable String email, @Nullable String phone, Collection<LocationId> places) {
        List<Country> countries = places.isEmpty() ? List.of() : countries(supply.countries(places));
        return contact(email, phone, countries.size() == 1 ? countries.getFirst() : null);
    }

    private Contact contact(@Nullable String email, @Nullable String phone, @Nullable Country country) {
        return new Contact(
                email(email).orElse(null),
                given(phone)
                        .map(typed -> usable("phone", () -> PhoneNumber.of(typed, country)))
                        .orElse(null));
    }

    /** The address as it was typed; empty if none was. */
    private Optional<String> email(@Nullable String typed) {
        return given(typed).map(text -> {
            EmailAddress address = usable("email", () -> EmailAddress.of(text));
            if (address.needsSmtpUtf8() && !settings.smtputf8()) {
                throw Rejection.invalid(
                        "email-not-carried",
                        "Our mail server cannot send to an address with letters such as ø or č before the @."
                                + " Ask for another address or a phone number.",
                        "email");
            }
            return address.text();
        });
    }

    /** What a number may be as it is dialled at the location. */
    Collection<String> numbers(String typed, LocationId location) {
        return numbers(typed, countries(supply.countries(List.of(location))));
    }

    /** What a number may be as it is dialled at one of these locations, whatever country they are in. */
    Collection<String> numbers(String typed, LocationScope places) {
        return numbers(
                typed,
                countries(
                        places.all()
                                ? supply.countries()
                                : supply.countries(places.ids().stream()
                                        .map(LocationId::new)
                                        .toList())));
    }

    /** Where none of the countries has such a number, it is said what was expected. */
    private static Collection<String> numbers(String typed, List<Country> countries) {
        return given(typed)
                .<Collection<String>>map(text -> {
                    Set<String> found = countries.stream()
                            .flatMap(country -> readable(text, country).stream())
                            .collect(Collectors.toSet());
                    return found.isEmpty()
                            ? Set.of(usable(
                                            "phone",
                                            () -> PhoneNumber.of(
                                                    text, countries.size() == 1 ? countries.getFirst() : null))
                                    .e164())
                            : found;
                })
                .orElseGet(Set::of);
    }

    private static Optional<String> readable(String typed, Country country) {
        try {
            return Optional.of(PhoneNumber.of(typed, country).e164());
        } catch (UnusableContact ofAnotherCountry) {
            return Optional.empty();
        }
    }

    private @Nullable Country country(LocationId location) {
        return countries(supply.countries(List.of(location))).stream()
                .findFirst()
                .orElse(null);
    }

    private static List<Country> countries(Collection<String> codes) {
        return codes.stream().flatMap(code -> known(code).stream()).toList();
    }

    /** Older locations may have been opened in a country that there is not. */
    private static Optional<Country> known(String code) {
        try {
            return Optional.of(new Country(code));
        } catch (UnusableContact unknown) {
            return Optional.empty();
        }
    }

    private static <T> T usable(String field, Supplier<T> read) {
        try {
            return read.get();
        } catch (UnusableContact refused) {
            throw Rejection.invalid(refused.code(), refused.sentence(), field);
        }
    }

    private static Optional<String> given(@Nullable String text) {
        return Optional.ofNullable(text).map(String::strip).filter(value -> !value.isEmpty());
    }
}
