package dev.unknot.booking.availability;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.Claim;
import dev.unknot.common.appointment.RoomPlace;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.location.LocationSnapshot;
import dev.unknot.common.location.RoomId;
import dev.unknot.common.location.RoomSnapshot;
import dev.unknot.common.money.Money;
import dev.unknot.common.therapist.Gender;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.common.therapist.TherapistSnapshot;
import dev.unknot.common.therapist.TherapistState;
import dev.unknot.common.therapist.WorkingTime;
import dev.unknot.common.time.TimeRange;
import dev.unknot.common.treatment.Approach;
import dev.unknot.common.treatment.Offer;
import dev.unknot.common.treatment.TreatmentId;
import dev.unknot.common.treatment.TreatmentSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;

/** Random worlds and questions to them; the same seed gives the same world. */
final class Worlds {

    private static final List<String> ZONES = List.of(
            "Europe/Vienna",
            "Europe/London",
            "America/New_York",
            "America/St_Johns",
            "Asia/Kolkata",
            "Asia/Kathmandu",
            "Australia/Lord_Howe",
            "Pacific/Chatham");

    /** Sundays on which some of these clocks change. */
    private static final List<LocalDate> CHANGES = List.of(
            LocalDate.of(2027, 3, 14),
            LocalDate.of(2027, 3, 28),
            LocalDate.of(2027, 4, 4),
            LocalDate.of(2027, 9, 26),
            LocalDate.of(2027, 10, 3),
            LocalDate.of(2027, 10, 31),
            LocalDate.of(2027, 11, 7));

    private static final Duration LENGTH = Duration.ofDays(5);

    private final Random random;
    private final TimeRange time;
    private final List<Consumer<Availability>> events = new ArrayList<>();

    Worlds(long seed) {
        random = new Random(seed);
        Instant sunday = one(CHANGES).atStartOfDay(ZoneOffset.UTC).toInstant();
        time = TimeRange.of(sunday.minus(Duration.ofDays(2)), LENGTH);
    }

    World world() {
        List<LocationSnapshot> locations = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(2); i++) {
            locations.add(location());
        }
        List<TherapistSnapshot> therapists = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(4); i++) {
            therapists.add(therapist(locations));
        }
        List<ClientId> clients = List.of(new ClientId(id()), new ClientId(id()));
        Map<AppointmentId, List<Claim>> claims = new HashMap<>();
        Map<AppointmentId, Instant> expiries = new HashMap<>();
        for (int i = 0; i < random.nextInt(20); i++) {
            AppointmentId appointment = new AppointmentId(id());
            for (int version = 1; version <= 1 + random.nextInt(3); version++) {
                List<Claim> held = random.nextInt(5) == 0 ? List.of() : claims(locations, therapists, clients);
                Instant expiresAt = random.nextInt(3) > 0 ? null : expiry();
                claims.put(appointment, held);
                expiries.put(appointment, expiresAt == null ? Instant.MAX : expiresAt);
                int announced = version;
                events.add(availability -> availability.learn(Clinic.held(appointment, announced, held, expiresAt)));
            }
        }
        return new World(time, locations, therapists, clients, claims, expiries, treatment(), List.copyOf(events));
    }

    SlotQuery query(World world) {
        Instant from = random.nextBoolean() ? time.start() : instant();
        Instant now = random.nextInt(4) == 0 ? instant() : time.start().minus(minutes(3_000));
        List<AppointmentId> appointments = List.copyOf(world.claims().keySet());
        return new SlotQuery(
                world.treatment(),
                one(world.treatment().offers()).minutes(),
                random.nextInt(3) == 0 ? Set.of(one(world.locations()).id()) : null,
                null,
                random.nextInt(4) == 0 ? one(List.of(Gender.values())) : null,
                random.nextBoolean() ? one(world.clients()) : null,
                appointments.isEmpty() || random.nextBoolean() ? null : one(appointments),
                from,
                from.plus(minutes(1_440 + random.nextInt(4 * 1_440))),
                null,
                100_000,
                List.of("notice-too-short", "beyond-horizon", "off-cadence", "slot-taken").stream()
                        .filter(code -> random.nextInt(4) == 0)
                        .collect(toUnmodifiableSet()),
                now.plusSeconds(random.nextInt(300)));
    }

    <T> List<T> shuffledTwice(List<T> items) {
        List<T> shuffled = new ArrayList<>(items);
        shuffled.addAll(items);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    private LocationSnapshot location() {
        LocationId id = new LocationId(id());
        ZoneId zone = ZoneId.of(one(ZONES));
        LocationSnapshot location = null;
        for (int version = 1; version <= 1 + random.nextInt(2); version++) {
            List<RoomSnapshot> rooms = new ArrayList<>();
            for (int i = 0; i < random.nextInt(5); i++) {
                rooms.add(room());
            }
            LocationSnapshot announced = Clinic.location(id, zone, time, disjoint(6, 300, 2_500), rooms);
            int as = version;
            events.add(availability -> availability.learn(announced, as));
            location = announced;
        }
        return requireNonNull(location);
    }

    private RoomSnapshot room() {
        return new RoomSnapshot(
                new RoomId(id()),
                "Linden",
                some(Set.of("table", "hydro")),
                1 + random.nextInt(3),
                5 * random.nextInt(7),
                random.nextBoolean() ? List.of() : disjoint(2, 3_000, 600));
    }

    private TherapistSnapshot therapist(List<LocationSnapshot> locations) {
        TherapistId id = new TherapistId(id());
        TherapistSnapshot therapist = null;
        for (int version = 1; version <= 1 + random.nextInt(2); version++) {
            List<WorkingTime> working = disjoint(8, 400, 1_500).stream()
                    .map(range -> new WorkingTime(one(locations).id(), range))
                    .toList();
            TherapistSnapshot announced = new TherapistSnapshot(
                    id,
                    "Mira",
                    one(List.of(Gender.values())),
                    some(Set.of("swedish", "shiatsu")),
                    random.nextInt(5) > 0
                            ? null
                            : instant().atZone(ZoneOffset.UTC).toLocalDate(),
                    random.nextInt(10) == 0 ? TherapistState.LEFT : TherapistState.ACTIVE,
                    time,
                    working);
            int as = version;
            events.add(availability -> availability.learn(announced, as));
            therapist = announced;
        }
        return requireNonNull(therapist);
    }

    private List<Claim> claims(
            List<LocationSnapshot> locations, List<TherapistSnapshot> therapists, List<ClientId> clients) {
        Instant from = instant();
        Instant to = from.plus(minutes(5 + random.nextInt(180)));
        List<Claim> claims = new ArrayList<>();
        claims.add(Clinic.claim(one(therapists).id(), from.minus(minutes(random.nextInt(20))), to));
        claims.add(Clinic.claim(one(clients), from, to));
        List<RoomSnapshot> rooms = one(locations).rooms();
        if (!rooms.isEmpty()) {
            RoomSnapshot room = one(rooms);
            claims.add(Clinic.claim(new RoomPlace(room.id(), random.nextInt(room.places())), from, to));
        }
        return claims;
    }

    private TreatmentSnapshot treatment() {
        int minutes = one(List.of(5, 30, 45, 60, 60, 75, 90, 90, 120, 320, 480));
        Money price = new Money(6_000, "EUR");
        return new TreatmentSnapshot(
                new TreatmentId(id()),
                Approach.SWEDISH,
                "Swedish",
                List.of(new Offer(minutes, price), new Offer(60, price)),
                one(List.of(0, 0, 5, 5, 10, 10, 15, 30, 240)),
                one(List.of(0, 5, 15, 80)),
                random.nextBoolean() ? null : "swedish",
                random.nextBoolean() ? null : "table",
                one(List.of(5, 5, 5, 10, 15, 20, 30, 50, 60, 75, 1_440)),
                one(List.of(0, 5, 60, 120, 1_440)));
    }

    /** Ascending, disjoint and inside the world's time; some touch, some are off the five-minute grid. */
    private List<TimeRange> disjoint(int most, int gap, int longest) {
        List<TimeRange> ranges = new ArrayList<>();
        Instant from = time.start();
        for (int i = 0; i < 1 + random.nextInt(most); i++) {
            from = from.plus(random.nextInt(4) == 0 ? Duration.ZERO : minutes(random.nextInt(gap)));
            Instant to = from.plus(minutes(1 + random.nextInt(longest)));
            if (!from.isBefore(time.end())) {
                break;
            }
            ranges.add(new TimeRange(from, to.isAfter(time.end()) ? time.end() : to));
            from = to;
        }
        return ranges;
    }

    /** Before most of the questions are asked, or after. */
    private Instant expiry() {
        return random.nextBoolean() ? time.start().minus(minutes(6_000)) : instant();
    }

    private Instant instant() {
        return time.start().plus(minutes(random.nextInt((int) LENGTH.toMinutes())));
    }

    private Duration minutes(int most) {
        return Duration.ofMinutes(random.nextInt(3) == 0 ? most : most / 5 * 5 + (most < 5 ? 5 : 0));
    }

    private Set<String> some(Set<String> codes) {
        return random.nextInt(4) == 0 ? Set.of(one(List.copyOf(new TreeSet<>(codes)))) : codes;
    }

    private <T> T one(List<T> items) {
        return items.get(random.nextInt(items.size()));
    }

    private UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }
}
