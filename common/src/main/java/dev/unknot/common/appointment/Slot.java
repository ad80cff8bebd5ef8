package dev.unknot.common.appointment;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.location.RoomId;
import dev.unknot.common.money.Money;
import dev.unknot.common.therapist.TherapistId;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A time that can be booked.
 *
 * @param localStart {@code start} on the location's wall clock, for display
 * @param roomId the room that would be used
 * @param price of all who come
 * @param therapistIds whom each of several would have, {@code therapistId} first
 * @param distanceKm from the location asked to be near, as the crow flies, to a tenth of a kilometre; null: not asked, or not
 *     known
 */
public record Slot(
        Instant start,
        Instant end,
        ZoneId zone,
        LocalDateTime localStart,
        LocationId locationId,
        TherapistId therapistId,
        RoomId roomId,
        Money price,
        List<TherapistId> therapistIds,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Double distanceKm) {

    public Slot {
        therapistIds = therapistIds == null ? List.of(therapistId) : List.copyOf(therapistIds);
    }

    public Slot(
            Instant start,
            Instant end,
            ZoneId zone,
            LocalDateTime localStart,
            LocationId locationId,
            TherapistId therapistId,
            RoomId roomId,
            Money price) {
        this(start, end, zone, localStart, locationId, therapistId, roomId, price, List.of(therapistId), null);
    }
}
