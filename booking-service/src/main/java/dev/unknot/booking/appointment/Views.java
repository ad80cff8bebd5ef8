package dev.unknot.booking.appointment;

import dev.unknot.common.access.Role;
import dev.unknot.common.appointment.AppointmentSnapshot;
import dev.unknot.common.appointment.AppointmentView;
import dev.unknot.common.appointment.Claim;
import dev.unknot.common.appointment.Waiver;
import dev.unknot.platform.security.Caller;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An appointment as others see it: callers, and whoever reads the topic. */
final class Views {

    private static final Role[] STAFF = {Role.OWNER, Role.MANAGER, Role.FRONT_DESK, Role.THERAPIST};

    private Views() {}

    static AppointmentView of(Appointment appointment, Caller caller) {
        Visit visit = appointment.visit();
        Cancellation cancellation = appointment.cancellation();
        return new AppointmentView(
                appointment.id(),
                appointment.version(),
                appointment.revision(),
                appointment.status(),
                appointment.participants(),
                appointment.treatmentId(),
                visit.minutes(),
                visit.locationId(),
                visit.zone(),
                visit.roomId(),
                visit.start(),
                visit.end(),
                visit.start().atZone(visit.zone()).toLocalDateTime(),
                visit.price(),
                waived(appointment),
                appointment.expiresAt(),
                appointment.displaced(),
                cancellation == null ? null : cancellation.view(staff(caller)),
                appointment.seriesId(),
                appointment.overbooked(),
                visit.addOns(),
                visit.tax());
    }

    static AppointmentSnapshot snapshot(Appointment appointment, List<Claim> claims) {
        Visit visit = appointment.visit();
        return new AppointmentSnapshot(
                appointment.id(),
                appointment.status(),
                appointment.revision(),
                appointment.participants(),
                appointment.treatmentId(),
                visit.minutes(),
                visit.locationId(),
                visit.zone(),
                visit.roomId(),
                visit.start(),
                visit.end(),
                visit.price(),
                claims,
                waived(appointment),
                appointment.expiresAt(),
                appointment.displaced(),
                appointment.seriesId(),
                appointment.overbooked(),
                visit.addOns(),
                visit.tax());
    }

    static AppointmentView of(
            AppointmentSnapshot state, long version, @Nullable Cancellation cancellation, boolean forStaff) {
        return new AppointmentView(
                state.id(),
                version,
                state.revision(),
                state.status(),
                state.participants(),
                state.treatmentId(),
                state.minutes(),
                state.locationId(),
                state.zone(),
                state.roomId(),
                state.start(),
                state.end(),
                state.start().atZone(state.zone()).toLocalDateTime(),
                state.price(),
                state.waived(),
                state.expiresAt(),
                state.displaced(),
                cancellation == null ? null : cancellation.view(forStaff),
                state.seriesId(),
                state.overbooked(),
                state.addOns(),
                state.tax());
    }

    /** Who may read what colleagues wrote about a client. */
    static boolean staff(Caller caller) {
        return caller.is(STAFF);
    }

    /** Without the reasons: they speak of the client and are not for them, nor for another program. */
    private static List<String> waived(Appointment appointment) {
        return appointment.waivers().stream().map(Waiver::code).toList();
    }
}
