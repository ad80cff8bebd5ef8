package dev.unknot.common.appointment;

import dev.unknot.common.location.LocationId;
import dev.unknot.common.location.RoomId;
import dev.unknot.common.money.Money;
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
        @Nullable CancellationView cancellation) {}
