package dev.unknot.booking.appointment;

import dev.unknot.common.appointment.AppointmentStatus;
import dev.unknot.common.message.Answer;
import dev.unknot.common.message.ReplyReceived;
import dev.unknot.platform.web.ExpectedVersion;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes what a client answered about an appointment. */
@Component
class ClientAnswers {

    private static final String CLIENT_REPLIED = "client-replied";

    private final Appointments appointments;
    private final Steps steps;
    private final Clock clock;

    ClientAnswers(Appointments appointments, Steps steps, Clock clock) {
        this.appointments = appointments;
        this.steps = steps;
        this.clock = clock;
    }

    /** A yes confirms the appointment the client was told of; once it has moved they have said yes to something else. */
    @Transactional(propagation = Propagation.MANDATORY)
    void take(@Nullable ReplyReceived reply) {
        if (reply == null || reply.answer() != Answer.CONFIRM || reply.appointmentId() == null) {
            return;
        }
        appointments
                .find(reply.appointmentId(), AppointmentScope.unlimited())
                .filter(appointment -> awaitsAnswer(appointment) && isAsTold(appointment, reply.revision()))
                .ifPresent(this::confirm);
    }

    private boolean awaitsAnswer(Appointment appointment) {
        return appointment.status() == AppointmentStatus.BOOKED
                && appointment.start().isAfter(clock.instant());
    }

    private static boolean isAsTold(Appointment appointment, @Nullable Long revision) {
        return revision != null && revision == appointment.revision();
    }

    private void confirm(Appointment before) {
        steps.take(before, new ExpectedVersion(before.version()), CLIENT_REPLIED, Appointment::confirm);
    }
}
