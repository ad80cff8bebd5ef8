package dev.unknot.common.appointment;

import dev.unknot.common.location.LocationId;
import dev.unknot.common.location.RoomId;
import dev.unknot.common.money.Money;
import dev.unknot.common.series.SeriesId;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.common.treatment.TreatmentId;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An appointment as the API shows it.
 *
 * @param expiresAt when a hold ends by itself; null unless held
 * @param displaced why it is no longer covered; null: covered
 * @param seriesId of the series it belongs to; null: none
 * @param overbooked whether its therapists' time was given twice on purpose
 * @param addOns what is given on top; their minutes and prices are among the visit's
 * @param tax the part of the price that is tax; null: none was known when it was booked
 * @param cancellation null unless cancelled
 * @param waived codes of the soft rules set aside; the reasons are the staff's and are not shown
 */
public record AppointmentView(
        AppointmentId id,
        long version,
        long revision,
        AppointmentStatus status,
        List<Participant> participants,
        TreatmentId treatmentId,
        int minutes,
        LocationId locationId,
        ZoneId zone,
        RoomId roomId,
        Instant start,
        Instant end,
        LocalDateTime localStart,
        Money price,
        List<String> waived,
        @Nullable Instant expiresAt,
        @Nullable Displacement displaced,
        @Nullable CancellationView cancellation,
        @Nullable SeriesId seriesId,
        Boolean overbooked,
        List<AddOn> addOns,
        @Nullable Money tax) {

    public AppointmentView {
        // Both are missing in answers kept from before there were any.
        overbooked = overbooked != null && overbooked;
        addOns = addOns == null ? List.of() : List.copyOf(addOns);
    }

    /** Each once: one for all, one for each participant, or some of them shared. */
    public List<TherapistId> therapists() {
        return participants.stream().map(Participant::therapistId).distinct().toList();
    }

    /** Without add-ons: the length of the treatment itself. */
    public int treatmentMinutes() {
        return minutes - addOns.stream().mapToInt(AddOn::minutes).sum();
    }

    /** Of no series, without add-ons, in time that nobody else has. */
    public AppointmentView(
            AppointmentId id,
            long version,
            long revision,
            AppointmentStatus status,
            List<Participant> participants,
            TreatmentId treatmentId,
            int minutes,
            LocationId locationId,
            ZoneId zone,
            RoomId roomId,
            Instant start,
            Instant end,
            LocalDateTime localStart,
            Money price,
            List<String> waived,
            @Nullable Instant expiresAt,
            @Nullable Displacement displaced,
            @Nullable CancellationView cancellation) {
        this(
                id,
                version,
                revision,
                status,
                participants,
                treatmentId,
                minutes,
                locationId,
                zone,
                roomId,
                start,
                end,
                localStart,
                price,
                waived,
                expiresAt,
                displaced,
                cancellation,
                null,
                false,
                List.of(),
                null);
    }
}
