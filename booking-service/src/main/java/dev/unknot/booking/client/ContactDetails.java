package dev.unknot.booking.client;

import dev.unknot.booking.supply.Supply;
import dev.unknot.common.contact.Country;
import dev.unknot.common.contact.EmailAddress;
import dev.unknot.common.contact.PhoneNumber;
import dev.unknot.common.contact.UnusableContact;
import dev.unknot.common.location.LocationId;
import dev.unknot.platform.problem.Rejection;
import java.util.Optional;
import java.util.function.Supplier;
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
        return new Contact(email(email).orElse(null), phone(phone, location).orElse(null));
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

    /**
     * The number, empty if none was typed.
     *
     * @param location in whose country a national number is dialled; null: only the international form is read
     */
    Optional<PhoneNumber> phone(@Nullable String typed, @Nullable LocationId location) {
        return given(typed).map(text -> usable("phone", () -> PhoneNumber.of(text, country(location))));
    }

    private @Nullable Country country(@Nullable LocationId location) {
        return location == null
                ? null
                : supply.location(location)
                        .flatMap(stored -> known(stored.snapshot().address().country()))
                        .orElse(null);
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
