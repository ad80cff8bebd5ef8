package dev.unknot.common.appointment;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.location.RoomId;
import dev.unknot.common.money.Money;
import dev.unknot.common.treatment.TreatmentId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An appointment after a change, as every appointment event carries it. Names no one.
 *
 * @param revision rises only when time, place or therapist change; starts at 1
 * @param start of the session itself, buffers excluded
 * @param claims empty once cancelled or expired
 * @param waived codes of the soft rules staff waived
 * @param expiresAt when a hold ends by itself; null unless {@code status} is {@code HELD}
 * @param displaced why nobody or nothing is there to give it any more, a code of {@link Displacement}; null: covered
 */
public record AppointmentSnapshot(
        AppointmentId id,
        AppointmentStatus status,
        long revision,
        List<Participant> participants,
        TreatmentId treatmentId,
        int minutes,
        LocationId locationId,
        ZoneId zone,
        RoomId roomId,
        Instant start,
        Instant end,
        Money price,
        List<Claim> claims,
        List<String> waived,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant expiresAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Displacement displaced) {

    public AppointmentSnapshot {
        participants = List.copyOf(participants);
        claims = List.copyOf(claims);
        waived = List.copyOf(waived);
    }
}
