package dev.unknot.frontdesk.board;

import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.AppointmentView;
import dev.unknot.common.location.LocationView;
import dev.unknot.common.location.RoomView;
import dev.unknot.common.therapist.TherapistView;
import dev.unknot.common.treatment.TreatmentView;
import dev.unknot.frontdesk.account.StaffAccount;
import dev.unknot.frontdesk.clinic.Appointments;
import dev.unknot.frontdesk.clinic.Bearer;
import dev.unknot.frontdesk.clinic.DeskTokens;
import dev.unknot.frontdesk.clinic.IfMatch;
import dev.unknot.frontdesk.clinic.Locations;
import dev.unknot.frontdesk.clinic.Refused;
import dev.unknot.frontdesk.clinic.Therapists;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Changes what a visit consists of, where it stands. */
@Service
public class AmendmentDialog {

    private final DeskTokens tokens;
    private final Appointments appointments;
    private final Locations locations;
    private final Therapists therapists;
    private final Menu menu;
    private final OtherTimes otherTimes;

    AmendmentDialog(
            DeskTokens tokens,
            Appointments appointments,
            Locations locations,
            Therapists therapists,
            Menu menu,
            OtherTimes otherTimes) {
        this.tokens = tokens;
        this.appointments = appointments;
        this.locations = locations;
        this.therapists = therapists;
        this.menu = menu;
        this.otherTimes = otherTimes;
    }

    /**
     * @param tried null: nothing, all is as it is
     * @param refusal why it failed; null: it did not
     */
    public AmendmentPage page(
            StaffAccount desk, AppointmentId id, @Nullable AmendForm tried, @Nullable Refusal refusal) {
        Bearer by = tokens.of(desk);
        AppointmentView visit = appointments.find(by, id);
        LocationView place = locations.find(by, visit.locationId());
        AmendForm form = tried == null ? AmendForm.of(visit) : tried.over(visit);
        return new AmendmentPage(
                visit,
                form,
                menu.names(by).getOrDefault(visit.treatmentId(), "Treatment") + ", " + visit.treatmentMinutes()
                        + " min",
                room(place, visit),
                given(by, visit),
                usable(place, visit),
                AddOnChoice.of(menu.addOns(place.id(), by), visit.addOns(), form),
                refusal);
    }

    /** @throws dev.unknot.frontdesk.clinic.Refused in the words of booking-service */
    public AppointmentView amend(StaffAccount desk, AppointmentId id, AmendForm form) {
        Bearer by = tokens.of(desk);
        AppointmentView visit = appointments.find(by, id);
        return appointments.amend(by, id, new IfMatch(form.version()), form.command(visit));
    }

    /** Why it was refused, whether it can be insisted on, and when it would work. */
    public Refusal refusal(StaffAccount desk, AppointmentId id, AmendForm form, Refused refused) {
        Refusal refusal = Overbooking.offered(desk, refused, () -> {
            Bearer by = tokens.of(desk);
            AppointmentView visit = appointments.find(by, id);
            return appointments.tryToAmend(
                    by, id, new IfMatch(form.version()), form.overbooking().command(visit));
        });
        return refusal.unanswered() || refused.is("version-mismatch") || refused.is("no-change")
                ? refusal
                : near(refusal, tokens.of(desk), id, form);
    }

    /** Of the visit's day, as it was to be. Who is there already is not sent away to come at another time. */
    private Refusal near(Refusal refusal, Bearer by, AppointmentId id, AmendForm form) {
        AppointmentView visit = appointments.find(by, id);
        return Standing.of(visit.status()).open() ? otherTimes.near(refusal, by, visit, form.wished(visit)) : refusal;
    }

    /** What each of its therapists has the skill for. */
    private List<TreatmentView> given(Bearer by, AppointmentView visit) {
        List<TherapistView> present =
                visit.therapists().stream().map(id -> therapists.find(by, id)).toList();
        return menu.at(visit.locationId(), by).stream()
                .filter(treatment -> treatment.id().equals(visit.treatmentId())
                        || treatment.isSoldOn(visit.localStart().toLocalDate()))
                .filter(treatment -> treatment.skill() == null
                        || present.stream()
                                .allMatch(therapist -> therapist.skills().contains(treatment.skill())))
                .toList();
    }

    /** Its own, and those that are in use on its day. */
    private static List<RoomView> usable(LocationView place, AppointmentView visit) {
        return place.rooms().stream()
                .filter(room -> room.id().equals(visit.roomId())
                        || room.isInUseOn(visit.localStart().toLocalDate()))
                .toList();
    }

    private static String room(LocationView place, AppointmentView visit) {
        return place.rooms().stream()
                .filter(room -> room.id().equals(visit.roomId()))
                .map(RoomView::name)
                .findFirst()
                .orElse("");
    }
}
