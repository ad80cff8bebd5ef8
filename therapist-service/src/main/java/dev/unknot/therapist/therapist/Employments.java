package dev.unknot.therapist.therapist;

import dev.unknot.common.location.LocationId;
import dev.unknot.common.therapist.PutTherapistParticulars;
import dev.unknot.common.therapist.PutWorkplaces;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.common.therapist.TherapistView;
import dev.unknot.platform.problem.Rejection;
import dev.unknot.platform.security.LocationScope;
import dev.unknot.platform.web.ExpectedVersion;
import dev.unknot.therapist.schedule.OpeningTimes;
import dev.unknot.therapist.schedule.Timetable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What changes about who works here: their name, where they work, and that they leave. Changes run in the caller's transaction. */
@Service
public class Employments {

    private final Therapists therapists;
    private final FormerEmployments former;
    private final Timetables timetables;
    private final Workplaces workplaces;
    private final TherapistMapper mapper;
    private final TherapistAnnouncements announcements;
    private final Clock clock;

    Employments(
            Therapists therapists,
            FormerEmployments former,
            Timetables timetables,
            Workplaces workplaces,
            TherapistMapper mapper,
            TherapistAnnouncements announcements,
            Clock clock) {
        this.therapists = therapists;
        this.former = former;
        this.timetables = timetables;
        this.workplaces = workplaces;
        this.mapper = mapper;
        this.announcements = announcements;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public TherapistView rename(
            TherapistId id, ExpectedVersion expected, PutTherapistParticulars request, LocationScope scope) {
        Therapist therapist = locked(id, expected, scope);
        therapist.requireAllPlacesIn(scope);
        therapist.rename(request);
        return announced(therapist, workplaces.of(therapist));
    }

    /**
     * Shifts at a place that is left are no longer worked from now on; they stay in the patterns until others are put, and
     * are worked again should the therapist come back.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public TherapistView workAt(TherapistId id, ExpectedVersion expected, PutWorkplaces request, LocationScope scope) {
        // Held, and before the therapist is locked: who changes opening hours locks in that order, and must see them
        // here.
        Map<LocationId, OpeningTimes> locations = workplaces.held(request.locations());
        Therapist therapist = locked(id, expected, scope);
        Set<LocationId> left = without(therapist.getLocations(), request.locations());
        Set<LocationId> joined = without(request.locations(), therapist.getLocations());
        if (!Stream.concat(left.stream(), joined.stream()).allMatch(scope::includes)) {
            throw Rejection.forbidden(
                            "location-not-yours",
                            "A location that is not yours stays a place of work, or none, as it is.")
                    .at("locations");
        }
        joined.stream()
                .filter(location -> !locations.containsKey(location))
                .findAny()
                .ifPresent(location -> {
                    throw Rejection.invalid("unknown-location", "There is no location " + location + ".", "locations");
                });
        therapist.workAt(request.locations());
        former.ended(id.value(), left, clock.instant());
        former.resumed(id.value(), joined);
        return announced(therapist, locations);
    }

    /**
     * Nothing is announced where that was their last day before.
     *
     * @param lastDay on which they work; null: they stay after all
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public TherapistView leave(
            TherapistId id, ExpectedVersion expected, @Nullable LocalDate lastDay, LocationScope scope) {
        Therapist therapist = locked(id, expected, scope);
        therapist.requireAllPlacesIn(scope);
        if (Objects.equals(therapist.getLastDay(), lastDay)) {
            return mapper.view(therapist, timetables.of(therapist.getId()));
        }
        therapist.leave(lastDay);
        return announced(therapist, workplaces.of(therapist));
    }

    private Therapist locked(TherapistId id, ExpectedVersion expected, LocationScope scope) {
        Therapist therapist =
                therapists.lock(id.value(), scope.all(), scope.ids()).orElseThrow(() -> Therapist.unknown(id));
        expected.require(therapist.getVersion());
        return therapist;
    }

    private TherapistView announced(Therapist therapist, Map<LocationId, OpeningTimes> locations) {
        Timetable timetable = timetables.of(therapist.getId());
        announcements.announce(therapist, timetable, locations, null);
        return mapper.view(therapist, timetable);
    }

    private static Set<LocationId> without(Set<LocationId> some, Set<LocationId> others) {
        Set<LocationId> left = new HashSet<>(some);
        left.removeAll(others);
        return left;
    }
}
