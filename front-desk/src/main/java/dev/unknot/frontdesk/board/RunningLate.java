package dev.unknot.frontdesk.board;

import static java.util.stream.Collectors.toMap;

import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.AppointmentView;
import dev.unknot.common.appointment.KnockOnView;
import dev.unknot.common.appointment.OverrunAppointment;
import dev.unknot.common.appointment.Participant;
import dev.unknot.common.client.ClientId;
import dev.unknot.frontdesk.account.StaffAccount;
import dev.unknot.frontdesk.clinic.Appointments;
import dev.unknot.frontdesk.clinic.Bearer;
import dev.unknot.frontdesk.clinic.DeskTokens;
import dev.unknot.frontdesk.clinic.IfMatch;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/**
 * Lets a session end later or earlier than agreed on, after a look at what that does to those who come next. Each throws
 * {@link dev.unknot.frontdesk.clinic.Refused} in the words of booking-service.
 */
@Service
public class RunningLate {

    /** As far as booking-service looks for what comes next. */
    private static final Duration LOOKED_AHEAD = Duration.ofHours(24);

    /** More than a location has in a day. */
    private static final int MOST = 200;

    private final DeskTokens tokens;
    private final Appointments appointments;
    private final ClientNames names;

    RunningLate(DeskTokens tokens, Appointments appointments, ClientNames names) {
        this.tokens = tokens;
        this.appointments = appointments;
        this.names = names;
    }

    /** @param end on the wall clock of the place */
    public Lateness look(StaffAccount desk, AppointmentId id, LocalTime end) {
        Bearer by = tokens.of(desk);
        AppointmentView visit = appointments.find(by, id);
        List<KnockOnView> met = appointments
                .knockOns(by, id, LateForm.after(visit.start(), end, visit.zone()))
                .items();
        Map<AppointmentId, String> named = met.isEmpty() ? Map.of() : named(by, visit);
        WallTime clock = new WallTime(visit.zone());
        return new Lateness(
                end,
                met.stream()
                        .map(each ->
                                KnockOn.of(each, named.getOrDefault(each.appointmentId(), "something else"), clock))
                        .toList());
    }

    /** @param form with an end */
    public AppointmentView end(StaffAccount desk, AppointmentId id, LateForm form) {
        Bearer by = tokens.of(desk);
        AppointmentView visit = appointments.find(by, id);
        LocalTime end = Objects.requireNonNull(form.end(), "end");
        return appointments.overrun(
                by,
                id,
                new IfMatch(form.version()),
                new OverrunAppointment(LateForm.after(visit.start(), end, visit.zone()), form.shift()));
    }

    /** What the desk sees there from the visit on; a block is none, and what is elsewhere is not told. */
    private Map<AppointmentId, String> named(Bearer by, AppointmentView visit) {
        List<AppointmentView> later = appointments
                .list(
                        by,
                        visit.locationId(),
                        null,
                        null,
                        visit.start(),
                        visit.start().plus(LOOKED_AHEAD),
                        null,
                        null,
                        null,
                        MOST)
                .items();
        Map<ClientId, String> clients = names.of(by, later);
        return later.stream().collect(toMap(AppointmentView::id, each -> who(each, clients)));
    }

    private static String who(AppointmentView visit, Map<ClientId, String> clients) {
        String who = visit.participants().stream()
                .map(Participant::clientId)
                .filter(Objects::nonNull)
                .map(clients::get)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
        return who.isEmpty() ? "a visit" : who;
    }
}
