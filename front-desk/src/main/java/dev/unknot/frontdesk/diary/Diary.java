package dev.unknot.frontdesk.diary;

import static java.util.stream.Collectors.toMap;

import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.AppointmentStatus;
import dev.unknot.common.appointment.AppointmentView;
import dev.unknot.common.appointment.CancellationView;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.client.ClientView;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.location.LocationView;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.frontdesk.account.StaffAccount;
import dev.unknot.frontdesk.board.CalledOff;
import dev.unknot.frontdesk.board.Earliness;
import dev.unknot.frontdesk.board.Early;
import dev.unknot.frontdesk.board.Grace;
import dev.unknot.frontdesk.board.Step;
import dev.unknot.frontdesk.board.WallTime;
import dev.unknot.frontdesk.clinic.Appointments;
import dev.unknot.frontdesk.clinic.Bearer;
import dev.unknot.frontdesk.clinic.DeskTokens;
import dev.unknot.frontdesk.clinic.IfMatch;
import dev.unknot.frontdesk.clinic.Names;
import dev.unknot.frontdesk.clinic.Therapists;
import dev.unknot.frontdesk.clinic.Who;
import dev.unknot.platform.problem.Rejection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** A therapist's day as they see it, and what they do with a visit, in their own name. */
@Service
public class Diary {

    /** More visits than a day has room for. */
    private static final int MOST = 200;

    private static final Set<AppointmentStatus> SHOWN =
            EnumSet.complementOf(EnumSet.of(AppointmentStatus.HELD, AppointmentStatus.EXPIRED));

    private final Appointments appointments;
    private final Therapists therapists;
    private final Names names;
    private final DeskTokens tokens;
    private final Grace grace;
    private final Earliness earliness;
    private final Who who;
    private final Clock clock;

    Diary(
            Appointments appointments,
            Therapists therapists,
            Names names,
            DeskTokens tokens,
            Grace grace,
            Earliness earliness,
            Who who,
            Clock clock) {
        this.appointments = appointments;
        this.therapists = therapists;
        this.names = names;
        this.tokens = tokens;
        this.grace = grace;
        this.earliness = earliness;
        this.who = who;
        this.clock = clock;
    }

    /** @param wanted a local date wherever they work; null: today where they work first by name */
    public DiaryPage day(StaffAccount account, @Nullable LocalDate wanted) {
        TherapistId therapist = therapist(account);
        List<LocationView> places = places(therapist);
        Instant now = clock.instant();
        LocalDate today = now.atZone(
                        places.isEmpty() ? ZoneOffset.UTC : places.getFirst().zone())
                .toLocalDate();
        LocalDate date = wanted == null ? today : wanted;
        List<AppointmentView> visits = visits(tokens.of(account), therapist, date);
        List<DiaryLine> lines = lines(account, therapist, visits, now);
        return new DiaryPage(
                date,
                today,
                lines.stream().filter(line -> line.calledOff() == null).toList(),
                lines.stream().filter(line -> line.calledOff() != null).toList(),
                visits.stream()
                        .map(visit -> new WallTime(visit.zone()).zoneName())
                        .distinct()
                        .toList(),
                lines.stream().map(DiaryLine::place).distinct().toList());
    }

    /** What is asked before a step is taken; null: nothing. */
    public @Nullable Early early(StaffAccount account, AppointmentId id, String step) {
        return earliness.of(tokens.of(account), id, step);
    }

    /** @param version that the therapist saw */
    public void take(StaffAccount account, AppointmentId id, long version, String step) {
        Bearer by = tokens.of(account);
        IfMatch seen = new IfMatch(version);
        var taken = switch (Step.named(step)) {
            case CHECK_IN -> appointments.checkIn(by, id, seen);
            case SESSION -> appointments.startSession(by, id, seen);
            case COMPLETION -> appointments.complete(by, id, seen);
            case NO_SHOW_UP -> appointments.markMissed(by, id, seen);
            case UNDO -> appointments.undo(by, id, seen);
            case CONFIRMATION -> throw Step.unknown();
        };
    }

    /** All that start on that date where they are given: the earth's days overlap, so what is around it is looked at too. */
    private List<AppointmentView> visits(Bearer by, TherapistId therapist, LocalDate date) {
        Instant from = date.atStartOfDay(ZoneOffset.MAX).toInstant();
        Instant to = date.plusDays(1).atStartOfDay(ZoneOffset.MIN).toInstant();
        return appointments
                .list(by, null, therapist, null, from, to, List.copyOf(SHOWN), null, null, MOST)
                .items()
                .stream()
                .filter(visit -> visit.localStart().toLocalDate().equals(date))
                .sorted(Comparator.comparing(AppointmentView::start))
                .toList();
    }

    private List<DiaryLine> lines(
            StaffAccount account, TherapistId therapist, List<AppointmentView> visits, Instant now) {
        var clients = names.clientsOf(tokens.of(account), visits);
        var treatments = names.treatments(
                visits.stream().map(AppointmentView::treatmentId).toList());
        Map<LocationId, LocationView> places =
                names.locations(visits.stream().map(AppointmentView::locationId).toList());
        Map<LocationId, Duration> graces = places.keySet().stream()
                .collect(toMap(Function.identity(), place -> grace.at(place, tokens.of(account))));
        Map<String, String> cancellers = who.words(visits.stream()
                .map(AppointmentView::cancellation)
                .filter(Objects::nonNull)
                .map(CancellationView::actor)
                .toList());
        return visits.stream()
                .map(visit -> DiaryLine.of(
                        visit,
                        theirs(visit, therapist, clients),
                        treatments.getOrDefault(visit.treatmentId(), ""),
                        Objects.requireNonNull(places.get(visit.locationId())),
                        now,
                        Objects.requireNonNull(graces.get(visit.locationId())),
                        calledOff(visit, cancellers)))
                .toList();
    }

    private static @Nullable CalledOff calledOff(AppointmentView visit, Map<String, String> cancellers) {
        CancellationView cancellation = visit.cancellation();
        return cancellation == null
                ? null
                : CalledOff.of(
                        cancellation,
                        Objects.requireNonNull(cancellers.get(cancellation.actor())),
                        new WallTime(visit.zone()));
    }

    /** Of several in one visit, those whom this therapist treats. */
    private static List<ClientView> theirs(
            AppointmentView visit, TherapistId therapist, Map<ClientId, ClientView> clients) {
        return visit.participants().stream()
                .filter(participant -> participant.therapistId().equals(therapist))
                .map(participant -> clients.get(participant.clientId()))
                .filter(Objects::nonNull)
                .toList();
    }

    private List<LocationView> places(TherapistId therapist) {
        return names.locations(therapists.find(tokens.service(), therapist).locations()).values().stream()
                .sorted(Comparator.comparing(LocationView::name))
                .toList();
    }

    private static TherapistId therapist(StaffAccount account) {
        TherapistId therapist = account.therapistId();
        if (therapist == null) {
            throw Rejection.forbidden("role-not-allowed", "Only a therapist has a day of their own.");
        }
        return therapist;
    }
}
