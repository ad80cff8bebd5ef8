package dev.unknot.frontdesk.board;

import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.AppointmentView;
import dev.unknot.frontdesk.clinic.Appointments;
import dev.unknot.frontdesk.clinic.Bearer;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether somebody is to be asked before they take a step, because it comes early. */
@Component
public class Earliness {

    private final Appointments appointments;
    private final Grace grace;
    private final Clock clock;

    Earliness(Appointments appointments, Grace grace, Clock clock) {
        this.appointments = appointments;
        this.grace = grace;
        this.clock = clock;
    }

    /** Null: there is nothing to ask. */
    public @Nullable Early of(Bearer by, AppointmentId id, String path) {
        Step step = Step.named(path);
        if (!Early.concerns(step)) {
            return null;
        }
        AppointmentView visit = appointments.find(by, id);
        return Early.of(step, visit, clock.instant(), grace.at(visit.locationId(), by));
    }
}
