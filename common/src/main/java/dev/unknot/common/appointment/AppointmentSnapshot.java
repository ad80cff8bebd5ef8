package dev.unknot.common.appointment;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.location.RoomId;
import dev.unknot.common.money.Money;
import dev.unknot.common.series.SeriesId;
import dev.unknot.common.treatment.TreatmentId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An appointment after a change, as every appointment event carries it. Names no one.
 *
 * @param revision rises only when something changes that clients are told: time, length, place, therapist, treatment or
 *     price; starts at 1
 * @param start of the session itself, buffers excluded
 * @param claims empty once cancelled or expired
 * @param waived codes of the soft rules staff waived
 * @param expiresAt when a hold ends by itself; null unless {@code status} is {@code HELD}
 * @param price of the whole visit, its add-ons and tax included
 * @param displaced why nobody or nothing is there to give it any more, a code of {@link Displacement}; null: covered
 * @param seriesId of the series it belongs to; null: none
 * @param overbooked whether its therapists' time was given twice on purpose
 * @param addOns what is given on top; their minutes are among {@code minutes}
 * @param tax the part of the price that is tax; null: none was known when it was booked
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
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Displacement displaced,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable SeriesId seriesId,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) Boolean overbooked,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<AddOn> addOns,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Money tax) {

    public AppointmentSnapshot {
        participants = List.copyOf(participants);
        claims = List.copyOf(claims);
        waived = List.copyOf(waived);
        // Both are missing in what was written before there were any.
        overbooked = overbooked != null && overbooked;
        addOns = addOns == null ? List.of() : List.copyOf(addOns);
    }

    /** Of no series, without add-ons, in time that nobody else has. */
    public AppointmentSnapshot(
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
            @Nullable Instant expiresAt,
            @Nullable Displacement displaced) {
        this(
                id,
                status,
                revision,
                participants,
                treatmentId,
                minutes,
                locationId,
                zone,
                roomId,
                start,
                end,
                price,
                claims,
                waived,
                expiresAt,
                displaced,
                null,
                false,
                List.of(),
                null);
    }
}
