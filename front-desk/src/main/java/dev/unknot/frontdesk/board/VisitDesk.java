package dev.unknot.frontdesk.board;

import dev.unknot.common.appointment.AddOn;
import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.AppointmentStatus;
import dev.unknot.common.appointment.AppointmentView;
import dev.unknot.common.appointment.Participant;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.client.ClientView;
import dev.unknot.common.location.LocationView;
import dev.unknot.common.location.RoomView;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.common.therapist.WorkdayView;
import dev.unknot.common.time.TimeRange;
import dev.unknot.frontdesk.account.StaffAccount;
import dev.unknot.frontdesk.clinic.Appointments;
import dev.unknot.frontdesk.clinic.Bearer;
import dev.unknot.frontdesk.clinic.DeskTokens;
import dev.unknot.frontdesk.clinic.IfMatch;
import dev.unknot.frontdesk.clinic.Locations;
import dev.unknot.frontdesk.clinic.Names;
import dev.unknot.frontdesk.clinic.Refused;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What the desk sees of a visit and does with it, in the name of who is signed in. */
@Service
public class VisitDesk {

    private final DeskTokens tokens;
    private final Appointments appointments;
    private final Locations locations;
    private final Names names;
    private final VisitRecord record;
    private final Menu menu;
    private final Grace grace;
    private final Earliness earliness;
    private final OtherTimes otherTimes;
    private final Clock clock;

    VisitDesk(
            DeskTokens tokens,
            Appointments appointments,
            Locations locations,
            Names names,
            VisitRecord record,
            Menu menu,
            Grace grace,
            Earliness earliness,
            OtherTimes otherTimes,
            Clock clock) {
        this.tokens = tokens;
        this.appointments = appointments;
        this.locations = locations;
        this.names = names;
        this.record = record;
        this.menu = menu;
        this.grace = grace;
        this.earliness = earliness;
        this.otherTimes = otherTimes;
        this.clock = clock;
    }

    /**
     * @param move what was tried; null: nothing
     * @param refusal why it failed; null: it did not
     */
    public VisitPage page(StaffAccount desk, AppointmentId id, @Nullable MoveForm move, @Nullable Refusal refusal) {
        Bearer by = tokens.of(desk);
        AppointmentView visit = appointments.find(by, id);
        LocationView place = locations.find(by, visit.locationId());
        TimeRange day = DayGrid.day(place.zone(), visit.localStart().toLocalDate());
        List<WorkdayView> therapists =
                locations.workday(by, place.id(), day.start(), day.end()).items();
        List<Treated> clients = treated(by, visit, therapists);
        Instant now = clock.instant();
        Duration waits = grace.at(place.id(), by);
        return new VisitPage(
                visit,
                place,
                clients,
                menu.names(by).getOrDefault(visit.treatmentId(), "Treatment"),
                room(place, visit),
                therapists,
                Step.possible(visit, now, waits).stream()
                        .filter(step -> step != Step.UNDO || !isCalledOffForGood(visit, clients))
                        .toList(),
                record.of(by, visit, clients, waits),
                move == null ? null : move.over(visit),
                refusal,
                now);
    }

    /** What is asked before a step is taken; null: nothing. */
    public @Nullable Early early(StaffAccount desk, AppointmentId id, String step) {
        return earliness.of(tokens.of(desk), id, step);
    }

    /**
     * What has become of a visit since it was shown; null: nothing.
     *
     * @param version that was shown
     */
    public @Nullable String changed(StaffAccount desk, AppointmentId id, long version) {
        Bearer by = tokens.of(desk);
        AppointmentView visit = appointments.find(by, id);
        return visit.version() == version ? null : record.since(by, visit, version, grace.at(visit.locationId(), by));
    }

    public AppointmentView take(StaffAccount desk, AppointmentId id, long version, String step) {
        Bearer by = tokens.of(desk);
        IfMatch seen = new IfMatch(version);
        return switch (Step.named(step)) {
            case CONFIRMATION -> appointments.confirm(by, id, seen);
            case CHECK_IN -> appointments.checkIn(by, id, seen);
            case SESSION -> appointments.startSession(by, id, seen);
            case COMPLETION -> appointments.complete(by, id, seen);
            case NO_SHOW_UP -> appointments.markMissed(by, id, seen);
            case UNDO -> appointments.undo(by, id, seen);
        };
    }

    /** Why a step was refused, and what can be done where its time is taken by now. */
    public Refusal refusal(String step, Refused refused) {
        Refusal refusal = Refusal.of(refused);
        return Step.named(step) == Step.UNDO && refused.is("slot-taken")
                ? refusal.adding("It is taken back only to the time that it had. Book a new visit at another time.")
                : refusal;
    }

    public AppointmentView move(StaffAccount desk, AppointmentId id, MoveForm form) {
        Bearer by = tokens.of(desk);
        AppointmentView visit = appointments.find(by, id);
        return appointments.reschedule(by, id, new IfMatch(form.version()), form.command(visit));
    }

    /** What {@link #move} would make of it, or its refusal. Nothing is changed. */
    public AppointmentView tryToMove(StaffAccount desk, AppointmentId id, MoveForm form) {
        Bearer by = tokens.of(desk);
        AppointmentView visit = appointments.find(by, id);
        return appointments.tryToReschedule(by, id, new IfMatch(form.version()), form.command(visit));
    }

    /** Why a move was refused, whether it can be insisted on, and when it would work. */
    public Refusal refusal(StaffAccount desk, AppointmentId id, MoveForm form, Refused refused) {
        Refusal refusal = Overbooking.offered(desk, refused, () -> {
            Bearer by = tokens.of(desk);
            AppointmentView visit = appointments.find(by, id);
            return appointments.tryToReschedule(
                    by, id, new IfMatch(form.version()), form.overbooking().command(visit));
        });
        return refusal.unanswered() || refused.is("version-mismatch") ? refusal : near(refusal, desk, id, form);
    }

    /** With when it would work: of the wished day, with the wished therapist. Where it stands already is no other time. */
    private Refusal near(Refusal refusal, StaffAccount desk, AppointmentId id, MoveForm form) {
        Bearer by = tokens.of(desk);
        AppointmentView visit = appointments.find(by, id);
        if (!Standing.of(visit.status()).open()) {
            return refusal;
        }
        TherapistId therapist = new TherapistId(form.therapist());
        OtherTimes.Wished wished = new OtherTimes.Wished(
                form.start(visit.zone()),
                therapist,
                visit.treatmentId(),
                visit.treatmentMinutes(),
                visit.addOns().stream().map(AddOn::code).toList(),
                Waived.rules(form.waive()));
        return visit.therapists().contains(therapist)
                ? otherTimes.nearElsewhere(refusal, by, visit, wished)
                : otherTimes.near(refusal, by, visit, wished);
    }

    /** Whoever was erased comes to no visit any more. */
    private static boolean isCalledOffForGood(AppointmentView visit, List<Treated> clients) {
        Set<ClientId> known = clients.stream()
                .map(Treated::client)
                .filter(Objects::nonNull)
                .map(ClientView::id)
                .collect(Collectors.toSet());
        return visit.status() == AppointmentStatus.CANCELLED
                && visit.participants().stream()
                        .map(Participant::clientId)
                        .anyMatch(client -> client != null && !known.contains(client));
    }

    private List<Treated> treated(Bearer by, AppointmentView visit, List<WorkdayView> therapists) {
        Map<TherapistId, String> employed = therapists.stream()
                .collect(Collectors.toMap(WorkdayView::therapistId, WorkdayView::name, (one, other) -> one));
        return Treated.of(
                visit,
                names.clientsOf(by, List.of(visit)),
                unknown -> unknown.clientId() == null ? "Nobody named yet" : ClientNames.ERASED,
                therapist -> employed.getOrDefault(therapist, "A therapist not employed here"));
    }

    private static String room(LocationView place, AppointmentView visit) {
        return place.rooms().stream()
                .filter(room -> room.id().equals(visit.roomId()))
                .map(RoomView::name)
                .findFirst()
                .orElse("");
    }
}
