package dev.unknot.frontdesk.visit;

import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.AppointmentView;
import dev.unknot.common.appointment.CancelAppointment;
import dev.unknot.common.appointment.RescheduleAppointment;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.frontdesk.clinic.Appointments;
import dev.unknot.frontdesk.clinic.CancellationWindow;
import dev.unknot.frontdesk.clinic.DeskTokens;
import dev.unknot.frontdesk.clinic.IfMatch;
import dev.unknot.frontdesk.clinic.Locations;
import dev.unknot.frontdesk.clinic.Refused;
import dev.unknot.frontdesk.clinic.Therapists;
import dev.unknot.frontdesk.clinic.Treatments;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;

/**
 * What a client may see and do of one visit. Appointments are read and changed with a token that opens only theirs; the
 * names of treatment, therapist and clinic are read in the front desk's own name, as they are no secret.
 */
@Service
public class ClientVisits {

    private static final String CAUSE = "client-asked";

    private final Appointments appointments;
    private final Treatments treatments;
    private final Therapists therapists;
    private final Locations locations;
    private final CancellationWindow window;
    private final DeskTokens tokens;

    ClientVisits(
            Appointments appointments,
            Treatments treatments,
            Therapists therapists,
            Locations locations,
            CancellationWindow window,
            DeskTokens tokens) {
        this.appointments = appointments;
        this.treatments = treatments;
        this.therapists = therapists;
        this.locations = locations;
        this.window = window;
        this.tokens = tokens;
    }

    /** @throws DeadLink if there is no such visit any more */
    public Visit find(AppointmentId id) {
        AppointmentView appointment = known(() -> appointments.find(tokens.client(id), id));
        TherapistId therapist = appointment.participants().getFirst().therapistId();
        return new Visit(
                appointment,
                treatments.find(tokens.service(), appointment.treatmentId()).translated(),
                therapists.find(tokens.service(), therapist).name(),
                locations.find(tokens.service(), appointment.locationId()));
    }

    /** How long before its start the visit was to be cancelled, if that has passed; else zero. */
    public Duration missedNotice(Visit visit, Instant now) {
        return window.missed(visit.appointment(), tokens.service(), now);
    }

    /** @param version that the client saw */
    public void confirm(AppointmentId id, long version) {
        var confirmed = appointments.confirm(tokens.client(id), id, new IfMatch(version));
    }

    /**
     * @param version that the client saw
     * @param therapist of a visit with several it is left to the clinic who of them has time
     */
    public void move(AppointmentId id, long version, Instant start, TherapistId therapist) {
        boolean several = appointments.find(tokens.client(id), id).therapists().size() > 1;
        var moved = appointments.reschedule(
                tokens.client(id),
                id,
                new IfMatch(version),
                new RescheduleAppointment(start, several ? null : therapist, null, null, null, CAUSE));
    }

    /** @param version that the client saw */
    public void cancel(AppointmentId id, long version) {
        var cancelled =
                appointments.cancel(tokens.client(id), id, new IfMatch(version), new CancelAppointment(CAUSE, null));
    }

    private static AppointmentView known(Supplier<AppointmentView> read) {
        try {
            return read.get();
        } catch (Refused refused) {
            if (refused.isNotFound()) {
                throw DeadLink.gone();
            }
            throw refused;
        }
    }
}
