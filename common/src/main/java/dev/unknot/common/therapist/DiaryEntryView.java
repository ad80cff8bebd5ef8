package dev.unknot.common.therapist;

import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.AppointmentStatus;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.location.RoomId;
import dev.unknot.common.treatment.TreatmentId;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;

/** One appointment in a therapist's diary. */
public record DiaryEntryView(
        AppointmentId appointmentId,
        AppointmentStatus status,
        Instant start,
        Instant end,
        ZoneId zone,
        LocalDateTime localStart,
        LocationId locationId,
        RoomId roomId,
        TreatmentId treatmentId,
        List<ClientId> clientIds) {}
