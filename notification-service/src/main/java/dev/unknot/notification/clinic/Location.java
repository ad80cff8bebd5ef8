package dev.unknot.notification.clinic;

import dev.unknot.common.location.Address;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What messages say of a location.
 *
 * @param town postal code and city, as they stand on one line
 * @param country ISO 3166-1 alpha-2; null: not announced yet
 * @param email where answers to its mails go; null: to the chain's address
 */
public record Location(
        String name,
        ZoneId zone,
        String street,
        String town,
        @Nullable String country,
        String phone,
        @Nullable String email) {

    static Location of(String name, ZoneId zone, Address address, String phone, @Nullable String email) {
        String country = address.country().isEmpty() ? null : address.country();
        return new Location(name, zone, address.street(), address.town(), country, phone, email);
    }
}
