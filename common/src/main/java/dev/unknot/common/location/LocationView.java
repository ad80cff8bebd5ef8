package dev.unknot.common.location;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A location as the API shows it.
 *
 * @param email where answers to its mails go; null: to the chain's
 */
public record LocationView(
        LocationId id,
        long version,
        String name,
        ZoneId zone,
        Address address,
        String phone,
        List<WeeklyHours> openingHours,
        List<RoomView> rooms,
        @Nullable String email) {

    /** Whose mails are answered to the chain. */
    public LocationView(
            LocationId id,
            long version,
            String name,
            ZoneId zone,
            Address address,
            String phone,
            List<WeeklyHours> openingHours,
            List<RoomView> rooms) {
        this(id, version, name, zone, address, phone, openingHours, rooms, null);
    }
}
