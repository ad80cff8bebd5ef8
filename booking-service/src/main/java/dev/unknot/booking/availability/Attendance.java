package dev.unknot.booking.availability;

import dev.unknot.common.appointment.AppointmentSnapshot;
import dev.unknot.common.appointment.AppointmentStatus;
import dev.unknot.common.appointment.Participant;
import dev.unknot.common.client.ClientId;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Who did not come to an appointment, as of its version.
 *
 * @param missedBy empty: it is not, or no longer, down as missed
 */
public record Attendance(UUID appointment, long version, Instant start, Set<ClientId> missedBy) {

    public Attendance {
        missedBy = Set.copyOf(missedBy);
    }

    public static Attendance of(AppointmentSnapshot appointment, long version) {
        Set<ClientId> missedBy = appointment.status() == AppointmentStatus.NO_SHOW
                ? appointment.participants().stream()
                        .map(Participant::clientId)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toUnmodifiableSet())
                : Set.of();
        return new Attendance(appointment.id().value(), version, appointment.start(), missedBy);
    }
}
