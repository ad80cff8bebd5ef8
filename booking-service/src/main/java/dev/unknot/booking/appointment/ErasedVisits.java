package dev.unknot.booking.appointment;

import dev.unknot.booking.client.ClientErased;
import dev.unknot.common.appointment.CancelAppointment;
import dev.unknot.common.client.ClientId;
import dev.unknot.platform.problem.Rejection;
import dev.unknot.platform.security.Caller;
import dev.unknot.platform.web.ExpectedVersion;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The visits of a client who is erased. Those that are over stay, of somebody who has only an id; the words that staff wrote
 * about them go.
 */
@Component
class ErasedVisits {

    private static final CancelAppointment WHY = new CancelAppointment("erasure", null);

    private static final String THEIRS =
            "appointment_id IN (SELECT appointment_id FROM appointment_participants WHERE client_id = ?)";

    private final Appointments appointments;
    private final HeldTimes heldTimes;
    private final Steps steps;
    private final JdbcClient jdbc;
    private final Clock clock;

    ErasedVisits(Appointments appointments, HeldTimes heldTimes, Steps steps, JdbcClient jdbc, Clock clock) {
        this.appointments = appointments;
        this.heldTimes = heldTimes;
        this.steps = steps;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void forget(ClientErased erased) {
        Instant now = clock.instant();
        List<Appointment> ahead = appointments.of(erased.client()).stream()
                .filter(visit -> visit.isAhead(now))
                .toList();
        if (!ahead.isEmpty() && !erased.cancelVisitsAhead()) {
            throw refused("The client has visits ahead; cancel them first.");
        }
        if (!ahead.stream().allMatch(visit -> isOf(erased.caller(), visit))) {
            throw refused(
                    "The client has visits ahead at locations that are not yours; they are cancelled there first.");
        }
        if (ahead.stream().anyMatch(visit -> visit.participants().size() > 1)) {
            throw Rejection.conflict(
                    "visits-ahead-with-others",
                    "The client has a visit ahead together with others; change or cancel it first.");
        }
        ahead.forEach(visit -> callOff(visit, erased.caller()));
        forgetWords(erased.client());
    }

    private static Rejection refused(String sentence) {
        return Rejection.conflict("visits-ahead", sentence).at("cancelVisitsAhead");
    }

    private static boolean isOf(Caller caller, Appointment visit) {
        return caller.locations().includes(visit.visit().locationId());
    }

    private void callOff(Appointment visit, Caller caller) {
        heldTimes.end(visit, WHY.cause());
        if (visit.isMoreThanHeld()) {
            var unused =
                    steps.take(visit, new ExpectedVersion(visit.version()), WHY.cause(), steps.cancelling(WHY, caller));
        }
    }

    /** Why a rule was set aside, and what somebody noted when they called off. */
    private void forgetWords(ClientId client) {
        for (String sql : List.of(
                "UPDATE appointment_waivers SET reason = 'erased' WHERE " + THEIRS,
                "UPDATE cancellations SET note = NULL WHERE note IS NOT NULL AND " + THEIRS,
                """
                UPDATE appointment_history SET waived = (
                    SELECT jsonb_agg(rule || '{"reason": "erased"}' ORDER BY place)
                    FROM jsonb_array_elements(waived) WITH ORDINALITY AS rules (rule, place))
                WHERE waived <> '[]' AND """ + " " + THEIRS)) {
            jdbc.sql(sql).param(client.value()).update();
        }
    }
}
