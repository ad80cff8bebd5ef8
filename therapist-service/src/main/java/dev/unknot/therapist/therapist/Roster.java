package dev.unknot.therapist.therapist;

import dev.unknot.common.location.LocationId;
import dev.unknot.common.therapist.CreateTherapist;
import dev.unknot.common.therapist.PutPattern;
import dev.unknot.common.therapist.PutQualification;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.common.therapist.TherapistView;
import dev.unknot.common.time.Era;
import dev.unknot.platform.id.Ids;
import dev.unknot.platform.problem.Rejection;
import dev.unknot.platform.security.LocationScope;
import dev.unknot.platform.web.ExpectedVersion;
import dev.unknot.therapist.location.Premises;
import dev.unknot.therapist.schedule.NewPattern;
import dev.unknot.therapist.schedule.OpeningTimes;
import dev.unknot.therapist.schedule.Timetable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who works here, where, and in which weeks. Changes run in the caller's transaction. */
@Service
public class Roster {

    private static final Timetable NO_PATTERNS = new Timetable(new TreeMap<>());

    private final Therapists therapists;
    private final Patterns patterns;
    private final Timetables timetables;
    private final Premises premises;
    private final TherapistMapper mapper;
    private final TherapistAnnouncements announcements;

    Roster(
            Therapists therapists,
            Patterns patterns,
            Timetables timetables,
            Premises premises,
            TherapistMapper mapper,
            TherapistAnnouncements announcements) {
        this.therapists = therapists;
        this.patterns = patterns;
        this.timetables = timetables;
        this.premises = premises;
        this.mapper = mapper;
        this.announcements = announcements;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public TherapistView employ(CreateTherapist request) {
        requireInEra(request.licensedUntil());
        // Held, as a change of opening hours at this moment would not see the new therapist to announce them again.
        Map<LocationId, OpeningTimes> locations = premises.heldOpeningTimes(request.locations());
        request.locations().stream()
                .filter(location -> !locations.containsKey(location))
                .findAny()
                .ifPresent(location -> {
                    throw Rejection.invalid("unknown-location", "There is no location " + location + ".", "locations");
                });
        Therapist therapist = new Therapist(Ids.next(), request);
        announcements.announce(therapist, NO_PATTERNS, locations, null);
        return mapper.view(therapists.save(therapist), NO_PATTERNS);
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
        announcements.announce(
                therapist, timetables.of(id.value()), premises.openingTimes(therapist.getLocations()), null);
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
        Map<LocationId, OpeningTimes> locations = premises.openingTimes(
                Stream.concat(employedAt.stream(), request.shifts().stream().map(shift -> shift.locationId()))
                        .collect(Collectors.toSet()));
        Timetable timetable = new NewPattern(
                        validFrom, request.shifts(), timetables.of(id.value()), employedAt, locations, scope::includes)
                .accepted();
        patterns.put(id.value(), validFrom, request.shifts());
        locations.keySet().retainAll(employedAt);
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
                .map(therapist -> mapper.view(therapist, timetables.getOrDefault(therapist.getId(), NO_PATTERNS)))
                .toList();
    }
}
