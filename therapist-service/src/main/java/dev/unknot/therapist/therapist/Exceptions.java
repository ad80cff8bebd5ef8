package dev.unknot.therapist.therapist;

import dev.unknot.common.location.LocationId;
import dev.unknot.common.therapist.OverrideView;
import dev.unknot.common.therapist.PutOverride;
import dev.unknot.common.therapist.PutOverride.DayShift;
import dev.unknot.common.therapist.TakeTimeOff;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.common.therapist.TherapistView;
import dev.unknot.common.therapist.TimeOffId;
import dev.unknot.common.therapist.TimeOffView;
import dev.unknot.common.time.TimeRange;
import dev.unknot.platform.id.Ids;
import dev.unknot.platform.problem.Rejection;
import dev.unknot.platform.security.LocationScope;
import dev.unknot.platform.web.ExpectedVersion;
import dev.unknot.therapist.schedule.NewOverride;
import dev.unknot.therapist.schedule.OpeningTimes;
import dev.unknot.therapist.schedule.Planned;
import dev.unknot.therapist.schedule.Timetable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What departs from the pattern: single dates and times off. Both go for all of a therapist's locations, so only
 * who answers for all of them changes any. Changes run in the caller's transaction.
 */
@Service
public class Exceptions {

    private static final int MOST_TIMES_OFF = 1_000;

    private final Therapists therapists;
    private final Timetables timetables;
    private final Overrides overrides;
    private final TimesOff timesOff;
    private final Workplaces workplaces;
    private final TherapistMapper mapper;
    private final TherapistAnnouncements announcements;

    Exceptions(
            Therapists therapists,
            Timetables timetables,
            Overrides overrides,
            TimesOff timesOff,
            Workplaces workplaces,
            TherapistMapper mapper,
            TherapistAnnouncements announcements) {
        this.therapists = therapists;
        this.timetables = timetables;
        this.overrides = overrides;
        this.timesOff = timesOff;
        this.workplaces = workplaces;
        this.mapper = mapper;
        this.announcements = announcements;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public TherapistView override(
            TherapistId id, LocalDate date, ExpectedVersion expected, PutOverride request, LocationScope scope) {
        Therapist therapist = locked(id, scope);
        expected.require(therapist.getVersion());
        Set<LocationId> employedAt = therapist.getLocations();
        Map<LocationId, OpeningTimes> locations =
                workplaces.of(therapist, request.shifts().stream().map(DayShift::locationId));
        Timetable timetable = NewOverride.put(
                        date,
                        request.shifts(),
                        timetables.of(id.value()),
                        employedAt,
                        locations,
                        workplaces.today(therapist).earliest())
                .accepted();
        overrides.put(id.value(), date, request.shifts());
        locations.keySet().retainAll(employedAt);
        announcements.announce(therapist, timetable, locations, null);
        return mapper.view(therapist, timetable);
    }

    /** Back to the pattern. */
    @Transactional(propagation = Propagation.MANDATORY)
    public TherapistView lift(TherapistId id, LocalDate date, ExpectedVersion expected, LocationScope scope) {
        Therapist therapist = locked(id, scope);
        expected.require(therapist.getVersion());
        Timetable before = timetables.of(id.value());
        if (!before.overrides().containsKey(date)) {
            throw Rejection.notFound("unknown-override", "Nothing else than the pattern goes on " + date + ".");
        }
        Set<LocationId> employedAt = therapist.getLocations();
        Map<LocationId, OpeningTimes> locations = workplaces.of(therapist);
        Timetable timetable = NewOverride.lifted(
                        date,
                        before,
                        employedAt,
                        locations,
                        workplaces.today(locations.values()).earliest())
                .accepted();
        overrides.remove(id.value(), date);
        announcements.announce(therapist, timetable, locations, null);
        return mapper.view(therapist, timetable);
    }

    /** By date. */
    @Transactional(readOnly = true)
    public List<OverrideView> overrides(TherapistId id, LocationScope scope) {
        requireVisible(id, scope);
        return overrides.of(id.value()).entrySet().stream()
                .map(on -> new OverrideView(on.getKey(), on.getValue()))
                .toList();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public NewTimeOff takeOff(TherapistId id, TakeTimeOff request, LocationScope scope) {
        TimeRange during = Planned.TIME_OFF.accepted(request.start(), request.end());
        Therapist therapist = locked(id, scope);
        if (timesOff.countAhead(id.value()) >= MOST_TIMES_OFF) {
            throw Rejection.invalid(
                    "too-many-times-off",
                    "A therapist has at most " + MOST_TIMES_OFF + " times off that are not over.",
                    "start");
        }
        if (!timesOff.list(List.of(id.value()), during).isEmpty()) {
            throw Planned.TIME_OFF.overlaps();
        }
        TimeOffView off = new TimeOffView(new TimeOffId(Ids.next()), id, during.start(), during.end(), request.cause());
        timesOff.add(off);
        announce(therapist);
        return new NewTimeOff(therapist.getVersion(), off);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void takeBack(TherapistId id, TimeOffId off, LocationScope scope) {
        Therapist therapist = locked(id, scope);
        if (!timesOff.remove(id.value(), off)) {
            throw unknown(off);
        }
        announce(therapist);
    }

    @Transactional(readOnly = true)
    public TimeOffView timeOff(TherapistId id, TimeOffId off, LocationScope scope) {
        requireVisible(id, scope);
        return timesOff.find(id.value(), off).orElseThrow(() -> unknown(off));
    }

    /** Those that touch the period, by start. */
    @Transactional(readOnly = true)
    public List<TimeOffView> timesOff(TherapistId id, TimeRange period, LocationScope scope) {
        requireVisible(id, scope);
        return timesOff.list(List.of(id.value()), period);
    }

    private Therapist locked(TherapistId id, LocationScope scope) {
        Therapist therapist =
                therapists.lock(id.value(), scope.all(), scope.ids()).orElseThrow(() -> Therapist.unknown(id));
        therapist.requireAllPlacesIn(scope);
        return therapist;
    }

    private void announce(Therapist therapist) {
        announcements.announce(therapist, timetables.of(therapist.getId()), workplaces.of(therapist), null);
    }

    private void requireVisible(TherapistId id, LocationScope scope) {
        if (therapists.find(id.value(), scope.all(), scope.ids()).isEmpty()) {
            throw Therapist.unknown(id);
        }
    }

    private static Rejection unknown(TimeOffId off) {
        return Rejection.notFound("unknown-time-off", "The therapist has no time off " + off + ".");
    }

    /** @param version of the therapist with the time off */
    public record NewTimeOff(long version, TimeOffView view) {}
}
