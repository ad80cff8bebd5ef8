package dev.unknot.booking.availability;

import static java.util.stream.Collectors.toSet;

import dev.unknot.common.appointment.Claim;
import dev.unknot.common.appointment.RoomPlace;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.location.LocationSnapshot;
import dev.unknot.common.location.RoomSnapshot;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.common.therapist.TherapistSnapshot;
import dev.unknot.common.therapist.TherapistState;
import dev.unknot.common.time.TimeRange;
import dev.unknot.common.treatment.TreatmentSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Knows what can be booked by asking every rule of every minute; shares nothing with the engine but its questions. */
final class MinuteOracle {

    private final World world;
    private final SlotQuery query;
    private final TreatmentSnapshot treatment;
    private final Map<UUID, Minutes> taken = new HashMap<>();
    private final Map<UUID, Minutes> available = new HashMap<>();

    MinuteOracle(World world, SlotQuery query) {
        this.world = world;
        this.query = query;
        this.treatment = query.treatment();
        world.claims().forEach((appointment, claims) -> {
            boolean expired = !query.now().isBefore(world.expiries().getOrDefault(appointment, Instant.MAX));
            if (!expired && !appointment.equals(query.moving())) {
                for (Claim claim : claims) {
                    taken.computeIfAbsent(claim.resourceId(), _ -> minutes()).paint(claim.during());
                }
            }
        });
    }

    record Offered(Instant start, LocationId location, TherapistId therapist) {}

    Set<Offered> offered() {
        return starts().stream()
                .flatMap(start -> world.locations().stream()
                        .filter(location -> suits(location, start))
                        .flatMap(location -> world.therapists().stream()
                                .filter(therapist -> suits(therapist, location, start))
                                .map(therapist -> new Offered(start, location.id(), therapist.id()))))
                .collect(toSet());
    }

    List<RoomPlace> freePlaces(LocationSnapshot location, Instant start) {
        return location.rooms().stream()
                .filter(room ->
                        treatment.capability() == null || room.capabilities().contains(treatment.capability()))
                .flatMap(room -> freePlaces(room, start))
                .toList();
    }

    private List<Instant> starts() {
        List<Instant> starts = new ArrayList<>();
        for (long minute = Minutes.minute(query.from()); minute < Minutes.minute(query.to()); minute++) {
            Instant start = Instant.ofEpochSecond(minute * 60);
            if (minute % 5 == 0 && !start.isBefore(query.from()) && !end(start).isAfter(query.to())) {
                starts.add(start);
            }
        }
        return starts;
    }

    private boolean suits(LocationSnapshot location, Instant start) {
        boolean inTime = !start.isBefore(query.now())
                && (waived("notice-too-short")
                        || !start.isBefore(query.now().plus(Duration.ofMinutes(treatment.noticeMinutes()))))
                && !end(start).isAfter(location.horizon().end())
                && (waived("off-cadence") || onCadence(start, location.zone()));
        return inTime
                && (query.locations() == null || query.locations().contains(location.id()))
                && available(location.id().value(), location.open()).all(start, end(start))
                && (query.client() == null || free(query.client().value(), start, end(start)))
                && !freePlaces(location, start).isEmpty();
    }

    private boolean suits(TherapistSnapshot therapist, LocationSnapshot location, Instant start) {
        Instant from = start.minus(Duration.ofMinutes(treatment.beforeMinutes()));
        Instant to = end(start).plus(Duration.ofMinutes(treatment.afterMinutes()));
        List<TimeRange> workedHere = therapist.workingTime().stream()
                .filter(working -> working.locationId().equals(location.id()))
                .map(working -> working.during())
                .toList();
        UUID job = new UUID(
                therapist.id().value().getLeastSignificantBits(),
                location.id().value().getLeastSignificantBits());
        return therapist.state() == TherapistState.ACTIVE
                && (query.gender() == null || therapist.gender() == query.gender())
                && (treatment.skill() == null || therapist.skills().contains(treatment.skill()))
                && licensed(therapist.licensedUntil(), location.zone(), start)
                && available(job, workedHere).all(from, to)
                && free(therapist.id().value(), from, to);
    }

    private boolean licensed(@Nullable LocalDate until, ZoneId zone, Instant start) {
        return until == null
                || Minutes.every(
                        start,
                        end(start),
                        minute -> !Instant.ofEpochSecond(minute * 60)
                                .atZone(zone)
                                .toLocalDate()
                                .isAfter(until));
    }

    private boolean onCadence(Instant start, ZoneId zone) {
        ZonedDateTime local = start.atZone(zone);
        return (local.getHour() * 60 + local.getMinute()) % treatment.cadenceMinutes() == 0;
    }

    private Stream<RoomPlace> freePlaces(RoomSnapshot room, Instant start) {
        Instant to = end(start).plus(Duration.ofMinutes(room.turnoverMinutes()));
        Minutes outages = available(room.id().value(), room.outages());
        return IntStream.range(0, room.places())
                .mapToObj(number -> new RoomPlace(room.id(), number))
                .filter(place -> outages.none(start, to) && free(place.resourceId(), start, to));
    }

    private boolean free(UUID resource, Instant from, Instant to) {
        Minutes claims = taken.get(resource);
        return claims == null || claims.none(from, to);
    }

    private Minutes available(UUID of, List<TimeRange> ranges) {
        return available.computeIfAbsent(of, _ -> {
            Minutes minutes = minutes();
            ranges.forEach(minutes::paint);
            return minutes;
        });
    }

    private boolean waived(String code) {
        return query.waived().contains(code);
    }

    private Instant end(Instant start) {
        return start.plus(Duration.ofMinutes(query.minutes()));
    }

    private Minutes minutes() {
        return new Minutes(world.time().padded(Duration.ofDays(2), Duration.ofDays(2)));
    }
}
