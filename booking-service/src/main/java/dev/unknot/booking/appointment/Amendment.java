package dev.unknot.booking.appointment;

import dev.unknot.common.appointment.AmendAppointment;
import dev.unknot.common.treatment.TreatmentId;
import java.time.Instant;
import java.util.List;

/** What a visit is to consist of from now on, where it stands. */
record Amendment(AmendAppointment command, Appointment before) {

    TreatmentId treatment() {
        return command.treatmentId() == null ? before.treatmentId() : command.treatmentId();
    }

    int minutes() {
        return command.minutes() == null ? before.visit().length() : command.minutes();
    }

    List<String> addOns() {
        return command.addOns() == null ? before.visit().addOnCodes() : command.addOns();
    }

    /** Then what was agreed on stays, whatever it would cost now. */
    boolean ofTheRoomAlone() {
        return treatment().equals(before.treatmentId())
                && minutes() == before.visit().length()
                && addOns().equals(before.visit().addOnCodes());
    }

    /** One who has come is treated from the start that was agreed on, though it has passed. */
    Instant judgedAt(Instant now) {
        return now.isAfter(before.start()) ? before.start() : now;
    }
}
