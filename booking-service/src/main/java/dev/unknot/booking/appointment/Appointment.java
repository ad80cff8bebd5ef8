package dev.unknot.booking.appointment;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.unknot.common.appointment.AppointmentBooked;
import dev.unknot.common.appointment.AppointmentCancelled;
import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.AppointmentSnapshot;
import dev.unknot.common.appointment.AppointmentStatus;
import dev.unknot.common.appointment.AppointmentView;
import dev.unknot.common.appointment.Claim;
import dev.unknot.common.appointment.Participant;
import dev.unknot.common.appointment.Waiver;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.location.RoomId;
import dev.unknot.common.money.Money;
import dev.unknot.common.treatment.TreatmentId;
import dev.unknot.platform.problem.Rejection;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A session agreed with a client. Its claims are kept beside it, since only the database can say whether they hold.
 *
 * @param version rises with every change; the sequence of its events
 * @param revision rises only when time, place or therapist change
 */
@CheckReturnValue
record Appointment(
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
        Money price,
        List<Waiver> waivers) {

    private static final Set<String> ALL = Arrays.stream(AppointmentSnapshot.class.getRecordComponents())
            .map(RecordComponent::getName)
            .collect(Collectors.toUnmodifiableSet());

    Appointment {
        participants = List.copyOf(participants);
        waivers = List.copyOf(waivers);
    }

    Change<AppointmentBooked> booked(List<Claim> claims) {
        return new Change<>(this, new AppointmentBooked(snapshot(claims), ALL));
    }

    /** Only what has not begun can be called off; what has is a no-show or a session cut short. */
    Change<AppointmentCancelled> cancel(Instant now) {
        if (status == AppointmentStatus.CANCELLED) {
            throw Rejection.conflict("already-cancelled", "This appointment has been cancelled before.");
        }
        if (!start.isAfter(now) || !(status == AppointmentStatus.BOOKED || status == AppointmentStatus.CONFIRMED)) {
            throw Rejection.conflict("already-started", "This appointment has begun and can no longer be cancelled.");
        }
        Appointment cancelled = with(AppointmentStatus.CANCELLED);
        return new Change<>(
                cancelled, new AppointmentCancelled(cancelled.snapshot(List.of()), Set.of("status", "claims")));
    }

    Instant end() {
        return start.plus(Duration.ofMinutes(minutes));
    }

    AppointmentView view() {
        return new AppointmentView(
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
                end(),
                start.atZone(zone).toLocalDateTime(),
                price,
                waived(),
                null,
                null,
                null);
    }

    private Appointment with(AppointmentStatus next) {
        return new Appointment(
                id,
                version + 1,
                revision,
                next,
                participants,
                treatmentId,
                minutes,
                locationId,
                zone,
                roomId,
                start,
                price,
                waivers);
    }

    private AppointmentSnapshot snapshot(List<Claim> claims) {
        return new AppointmentSnapshot(
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
                end(),
                price,
                claims,
                waived(),
                null,
                null);
    }

    /** Without the reasons: they speak of the client and are not for them, nor for another program. */
    private List<String> waived() {
        return waivers.stream().map(Waiver::code).toList();
    }
}
