package dev.unknot.oracle.announcement;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.unknot.common.location.Address;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.location.LocationSnapshot;
import dev.unknot.common.location.RoomSnapshot;
import dev.unknot.common.money.Money;
import dev.unknot.common.terms.BookingPolicy;
import dev.unknot.common.terms.LocationTermsSnapshot;
import dev.unknot.common.therapist.Gender;
import dev.unknot.common.therapist.TherapistSnapshot;
import dev.unknot.common.therapist.TherapistState;
import dev.unknot.common.therapist.WorkingTime;
import dev.unknot.common.time.TimeRange;
import dev.unknot.common.treatment.Approach;
import dev.unknot.common.treatment.Offer;
import dev.unknot.common.treatment.TreatmentSnapshot;
import dev.unknot.oracle.Appointment;
import dev.unknot.oracle.Location;
import dev.unknot.oracle.Policy;
import dev.unknot.oracle.Span;
import dev.unknot.oracle.Spot;
import dev.unknot.oracle.Therapist;
import dev.unknot.oracle.Treatment;
import dev.unknot.oracle.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Everything a world says of itself. Its horizon, which it does not know, is all the time it speaks of. */
public final class Announcements {

    private static final Comparator<TimeRange> BY_START = Comparator.comparing(TimeRange::start);

    private final World world;
    private final TimeRange horizon;

    /** Of each room. */
    private final Map<String, LocationId> locations = new HashMap<>();

    public Announcements(World world) {
        this.world = world;
        this.horizon = horizon(world);
        world.locations()
                .forEach(location ->
                        location.rooms().forEach(room -> locations.put(room.id(), Names.location(location.id()))));
    }

    public List<LocationSnapshot> locations() {
        return world.locations().stream().map(this::snapshot).toList();
    }

    public List<TherapistSnapshot> therapists() {
        return world.therapists().stream().map(this::snapshot).toList();
    }

    public Question question() {
        return Question.of(world.query(), treatment());
    }

    /** In the length that is asked for, whichever that is. */
    private TreatmentSnapshot treatment() {
        Treatment treatment = world.treatment();
        return new TreatmentSnapshot(
                Names.treatment(treatment.id()),
                Approach.SWEDISH,
                treatment.id(),
                List.of(new Offer(world.query().minutes(), new Money(6_000, "EUR"))),
                treatment.before(),
                treatment.after(),
                treatment.skill(),
                treatment.capability(),
                treatment.cadence(),
                treatment.notice());
    }

    /** Of every location, the usual ones too. */
    public List<LocationTermsSnapshot> terms() {
        return world.locations().stream()
                .map(location ->
                        new LocationTermsSnapshot(Names.location(location.id()), policy(location.policy()), null))
                .toList();
    }

    /** Of those clients of whom there is something to say. */
    public List<Standing> standings() {
        return world.clients().stream()
                .map(client -> new Standing(
                        Names.client(client.id()),
                        client.barred(),
                        client.avoids().stream().map(Names::therapist).collect(toUnmodifiableSet())))
                .toList();
    }

    public List<Agreed> agreed() {
        List<Agreed> agreed = new ArrayList<>();
        for (Appointment one : world.appointments()) {
            agreed.add(agreed(one, one.id() == null ? "number " + agreed.size() : one.id()));
        }
        return agreed;
    }

    /** @param name what to call it, which it may not say itself */
    public Agreed agreed(Appointment one, String name) {
        LocationId location = one.room() == null ? null : locations.get(one.room());
        return Agreed.of(name, location, one);
    }

    private LocationSnapshot snapshot(Location location) {
        List<RoomSnapshot> rooms = location.rooms().stream()
                .map(room -> new RoomSnapshot(
                        Names.room(room.id()),
                        room.id(),
                        room.capabilities(),
                        room.places(),
                        room.turnover(),
                        ranges(room.outages())))
                .toList();
        List<TimeRange> open = location.open() == null ? List.of(horizon) : ranges(location.open());
        return new LocationSnapshot(
                Names.location(location.id()),
                location.id(),
                location.zone(),
                address(location.spot()),
                "+4312345678",
                horizon,
                open,
                rooms);
    }

    private TherapistSnapshot snapshot(Therapist therapist) {
        List<WorkingTime> working = therapist.working().stream()
                .map(shift ->
                        new WorkingTime(Names.location(shift.location()), new TimeRange(shift.start(), shift.end())))
                .sorted(Comparator.comparing(WorkingTime::during, BY_START))
                .toList();
        return new TherapistSnapshot(
                Names.therapist(therapist.id()),
                therapist.id(),
                therapist.gender() == null ? Gender.DIVERSE : Gender.valueOf(therapist.gender()),
                therapist.skills(),
                therapist.licensedUntil(),
                therapist.left() ? TherapistState.LEFT : TherapistState.ACTIVE,
                horizon,
                working);
    }

    private static Address address(@Nullable Spot spot) {
        return spot == null
                ? new Address("Hauptallee 1", "1020", "Wien", "AT")
                : new Address("Hauptallee 1", "1020", "Wien", "AT", spot.latitude(), spot.longitude());
    }

    private static BookingPolicy policy(@Nullable Policy policy) {
        return policy == null
                ? BookingPolicy.USUAL
                : new BookingPolicy(
                        policy.cadence(),
                        policy.notice(),
                        policy.horizonDays(),
                        policy.clientDay(),
                        policy.clientWeek(),
                        policy.therapistDay(),
                        BookingPolicy.USUAL.cancellationWindow(),
                        BookingPolicy.USUAL.noShowGrace(),
                        null,
                        null);
    }

    private static List<TimeRange> ranges(List<Span> spans) {
        return spans.stream()
                .map(span -> new TimeRange(span.start(), span.end()))
                .sorted(BY_START)
                .toList();
    }

    private static TimeRange horizon(World world) {
        List<TimeRange> known = Stream.concat(
                        world.therapists().stream()
                                .flatMap(therapist -> therapist.working().stream())
                                .map(shift -> new TimeRange(shift.start(), shift.end())),
                        world.locations().stream()
                                .flatMap(location -> location.open() == null ? Stream.of() : location.open().stream())
                                .map(span -> new TimeRange(span.start(), span.end())))
                .toList();
        Instant start = known.stream()
                .map(TimeRange::start)
                .min(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
        Instant end = known.stream()
                .map(TimeRange::end)
                .max(Comparator.naturalOrder())
                .orElse(start.plusSeconds(300));
        return new TimeRange(start, end);
    }
}
