package dev.unknot.common.location;

import java.time.ZoneId;
import java.util.List;

/** A location as the API shows it. */
public record LocationView(
        LocationId id,
        long version,
        String name,
        ZoneId zone,
        Address address,
        String phone,
        List<WeeklyHours> openingHours,
        List<RoomView> rooms) {}
