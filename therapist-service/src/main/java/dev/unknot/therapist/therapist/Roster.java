package dev.unknot.therapist.therapist;

import dev.unknot.common.location.LocationId;
import dev.unknot.common.therapist.CreateTherapist;
import dev.unknot.common.therapist.PutPattern;
import dev.unknot.common.therapist.PutQualification;
import dev.unknot.common.therapist.Shift;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.common.therapist.TherapistView;
import dev.unknot.common.time.Era;
import dev.unknot.platform.id.Ids;
import dev.unknot.platform.problem.Rejection;
import dev.unknot.platform.security.LocationScope;
import dev.unknot.platform.web.ExpectedVersion;
import dev.unknot.therapist.schedule.NewPattern;
import dev.unknot.therapist.schedule.OpeningTimes;
import dev.unknot.therapist.schedule.Rota;
import dev.unknot.therapist.schedule.Timetable;
import dev.unknot.therapist.schedule.WithdrawnPattern;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who works here, where, and in which weeks. Changes run in the caller's transaction. */
@Service
public class Roster {

    private final Therapists therapists;
    private final Patterns patterns;
    private final Timetables timetables;
    private final Workplaces workplaces;
    private final TherapistMapper mapper;
    private final TherapistAnnouncements announcements;

    Roster(
            Therapists therapists,
            Patterns patterns,
            Timetables timetables,
            Workplaces workplaces,
            TherapistMapper mapper,
            TherapistAnnouncements announcements) {
        this.therapists = therapists;
        this.patterns = patterns;
        this.timetables = timetables;
        this.workplaces = workplaces;
        this.mapper = mapper;
        this.announcements = announcements;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public TherapistView employ(CreateTherapist request) {
        requireInEra(request.licensedUntil());
        // Held, as a change of opening hours at this moment would not see the new therapist to announce them again.
        Map<LocationId, OpeningTimes> locations = workplaces.held(request.locations());
        request.locations().stream()
                .filter(location -> !locations.containsKey(location))
                .findAny()
                .ifPresent(location -> {
                    throw Rejection.invalid("unknown-location", "There is no location " + location + ".", "locations");
                });
        Therapist therapist = new Therapist(Ids.next(), request);
        announcements.announce(therapist, Timetable.NONE, locations, null);
        return mapper.view(therapists.save(therapist), Timetable.NONE);
    }

    /** What they may give, they may give everywhere, so it takes somebody who answers for all their locations. */
    @Transactional(propagation = Propagation.MANDATORY)
    public TherapistView qualify(
            TherapistId id, ExpectedVersion expected, PutQualification request, LocationScope scope) {
        requireInEra(request.licensedUntil());
        Therapist therapist =
                therapists.lock(id.value(), scope.all(), scope.ids()).orElseThrow(() -> Therapist.unknown(id));
        therapist.requireAllPlacesIn(scope);
        expected.require(therapist.getVersion());
        therapist.qualify(request.skills(), request.licensedUntil());
        announcements.announce(therapist, timetables.of(id.value()), workplaces.of(therapist), null);
        return mapper.view(therapist, patterns.of(id.value()));
    }

    private static void requireInEra(@Nullable LocalDate licensedUntil) {
        if (licensedUntil != null && !Era.includes(licensedUntil)) {
            throw Rejection.malformed("invalid-request", "A licence ends in the years 1970 to 2199.", "licensedUntil");
        }
    }

    /** Shifts outside opening hours are kept as they are put; only the working time is cut off by them. */
    @Transactional(propagation = Propagation.MANDATORY)
    public TherapistView putPattern(
            TherapistId id, LocalDate validFrom, ExpectedVersion expected, PutPattern request, LocationScope scope) {
        Therapist therapist =
                therapists.lock(id.value(), scope.all(), scope.ids()).orElseThrow(() -> Therapist.unknown(id));
        expected.require(therapist.getVersion());
        Set<LocationId> employedAt = therapist.getLocations();
        Map<LocationId, OpeningTimes> locations =
                workplaces.of(therapist, request.shifts().stream().map(Shift::locationId));
        Rota rota = new Rota(validFrom, request.weeks(), request.shifts());
        Timetable timetable = new NewPattern(
                        rota,
                        timetables.of(id.value()),
                        employedAt,
                        locations,
                        scope::includes,
                        workplaces.today(therapist).earliest())
                .accepted();
        patterns.put(id.value(), rota);
        locations.keySet().retainAll(employedAt);
        announcements.announce(therapist, timetable, locations, null);
        return mapper.view(therapist, timetable);
    }

    /** One that has not begun; the one before it goes on. */
    @Transactional(propagation = Propagation.MANDATORY)
    public TherapistView withdrawPattern(
            TherapistId id, LocalDate validFrom, ExpectedVersion expected, LocationScope scope) {
        Therapist therapist =
                therapists.lock(id.value(), scope.all(), scope.ids()).orElseThrow(() -> Therapist.unknown(id));
        expected.require(therapist.getVersion());
        Map<LocationId, OpeningTimes> locations = workplaces.of(therapist);
        Timetable timetable = new WithdrawnPattern(
                        validFrom,
                        timetables.of(id.value()),
                        therapist.getLocations(),
                        locations,
                        scope::includes,
                        workplaces.today(therapist).latest())
                .accepted();
        patterns.remove(id.value(), validFrom);
        announcements.announce(therapist, timetable, locations, null);
        return mapper.view(therapist, timetable);
    }

    @Transactional(readOnly = true)
    public TherapistView find(TherapistId id, LocationScope scope) {
        return therapists
                .find(id.value(), scope.all(), scope.ids())
                .map(therapist -> mapper.view(therapist, patterns.of(id.value())))
                .orElseThrow(() -> Therapist.unknown(id));
    }

    /** In order of id, which is the order in which they were employed. */
    @Transactional(readOnly = true)
    public List<TherapistView> page(LocationScope scope, UUID after, int limit) {
        List<Therapist> found = therapists.page(scope.all(), scope.ids(), after, Limit.of(limit));
        Map<UUID, Timetable> timetables =
                patterns.of(found.stream().map(Therapist::getId).toList());
        return found.stream()
                .map(therapist -> mapper.view(therapist, timetables.getOrDefault(therapist.getId(), Timetable.NONE)))
                .toList();
    }
}
