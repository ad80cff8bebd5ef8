package dev.unknot.oracle;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Random worlds of five days around a Sunday on which some clocks change, and random questions about them. The same seed
 * gives the same world, and every world calls its places and people by the same names.
 */
public final class RandomWorlds {

    /** Whole hours, half hours and quarters from UTC; clocks that change by an hour, by half an hour, or never. */
    private static final List<String> ZONES = List.of(
            "Europe/Vienna",
            "Europe/London",
            "America/New_York",
            "America/St_Johns",
            "Asia/Kolkata",
            "Asia/Kathmandu",
            "Australia/Lord_Howe",
            "Pacific/Chatham");

    private static final List<String> ZONES_WITHOUT_DST =
            List.of("Asia/Kolkata", "Asia/Kathmandu", "America/Phoenix", "Africa/Lagos");

    private static final List<LocalDate> CHANGES = List.of(
            LocalDate.of(2027, 3, 14),
            LocalDate.of(2027, 3, 28),
            LocalDate.of(2027, 4, 4),
            LocalDate.of(2027, 9, 26),
            LocalDate.of(2027, 10, 3),
            LocalDate.of(2027, 10, 31),
            LocalDate.of(2027, 11, 7));

    private static final List<String> GENDERS = List.of("FEMALE", "MALE", "DIVERSE");
    private static final List<String> CLIENTS = List.of("client 1", "client 2");
    /** Of soft rules, and of hard ones that cannot be waived. */
    private static final List<String> WAIVERS = List.of(
            "notice-too-short",
            "beyond-horizon",
            "too-far-ahead",
            "off-cadence",
            "slot-taken",
            "client-barred",
            "client-day-limit",
            "client-week-limit",
            "client-travel",
            "therapist-avoided",
            "therapist-day-limit",
            "therapist-travel");

    private static final Duration LENGTH = Duration.ofDays(5);

    private final Dice dice;
    private final List<String> zones;
    private final Instant start;

    /** When many visits begin, so that they are in each other's way. */
    private final Instant rush;

    private RandomWorlds(long seed, List<String> zones) {
        this.dice = new Dice(seed);
        this.zones = zones;
        this.start = dice.one(CHANGES).atStartOfDay(ZoneOffset.UTC).toInstant().minus(Duration.ofDays(2));
        this.rush = instant();
    }

    public static RandomWorlds of(long seed) {
        return new RandomWorlds(seed, ZONES);
    }

    public static RandomWorlds withoutDst(long seed) {
        return new RandomWorlds(seed, ZONES_WITHOUT_DST);
    }

    public World world() {
        List<Location> locations = dice.several(1, 2, n -> location("location " + n));
        List<Therapist> therapists = dice.several(1, 5, n -> therapist("therapist " + n, locations));
        List<Appointment> appointments =
                dice.several(0, 19, n -> appointment("appointment " + n, locations, therapists));
        Treatment treatment = treatment();
        Query query = query(treatment, locations, appointments);
        return new World(locations, therapists, List.of(treatment), appointments, clients(therapists), query);
    }

    /** Another question about the world; its therapist is any. */
    public Query query(World world) {
        return query(world.treatment(), world.locations(), world.appointments());
    }

    /** Agreed on beside all that is, whether or not it overlaps. */
    public Appointment appointment(World world) {
        return appointment("one more", world.locations(), world.therapists());
    }

    private Query query(Treatment treatment, List<Location> locations, List<Appointment> appointments) {
        Instant from = dice.onceIn(3) ? instant() : start;
        Instant now = dice.onceIn(5) ? instant() : start.minus(Duration.ofDays(2));
        return new Query(
                treatment.id(),
                dice.one(List.of(5, 15, 30, 45, 60, 60, 60, 60, 75, 90, 120, 320)),
                dice.onceIn(4) ? Set.of(dice.one(locations).id()) : null,
                null,
                dice.onceIn(6) ? dice.one(GENDERS) : null,
                dice.onceIn(2) ? dice.one(CLIENTS) : null,
                from,
                from.plus(minutes(1_440 + dice.below(4 * 1_440))),
                appointments.isEmpty() || dice.onceIn(2)
                        ? null
                        : dice.one(appointments).id(),
                now.plusSeconds(dice.below(300)),
                WAIVERS.stream().filter(_ -> dice.onceIn(4)).collect(toUnmodifiableSet()));
    }

    private Treatment treatment() {
        return new Treatment(
                "treatment",
                dice.onceIn(2) ? null : "swedish",
                dice.onceIn(2) ? null : "table",
                dice.one(List.of(0, 0, 0, 5, 5, 5, 10, 10, 15, 15, 30, 240)),
                dice.one(List.of(0, 5, 5, 10, 15, 80)),
                dice.one(List.of(5, 5, 5, 5, 10, 15, 15, 20, 30, 50, 60, 75, 90, 120, 1_440)),
                dice.one(List.of(0, 5, 60, 120, 1_440)));
    }

    private Location location(String id) {
        List<Room> rooms = dice.several(dice.onceIn(8) ? 0 : 1, 3, n -> room(id + " room " + n));
        List<Span> open = dice.onceIn(4) ? null : disjoint(6, 300, 3_000);
        return new Location(id, zone(), rooms, open, dice.onceIn(2) ? null : policy(), dice.onceIn(2) ? null : spot());
    }

    private Policy policy() {
        return new Policy(
                dice.onceIn(3) ? dice.one(List.of(5, 10, 25, 90)) : null,
                dice.onceIn(3) ? dice.one(List.of(0, 90, 600)) : null,
                dice.onceIn(3) ? dice.one(List.of(1, 3, 5)) : null,
                dice.onceIn(3) ? 1 + dice.below(2) : null,
                dice.onceIn(3) ? 1 + dice.below(5) : null,
                dice.onceIn(3) ? 1 + dice.below(4) : null);
    }

    /** Somewhere in a town of some kilometres, or in one far away. */
    private Spot spot() {
        int latitude = dice.onceIn(4) ? 52 : 48;
        return new Spot(latitude + dice.below(100) / 1_000.0, 16 + dice.below(100) / 1_000.0);
    }

    private List<Client> clients(List<Therapist> therapists) {
        return List.of(new Client(
                dice.one(CLIENTS),
                dice.onceIn(10),
                dice.onceIn(3) ? Set.of(dice.one(therapists).id()) : Set.of()));
    }

    /** Every other time one whose clock does change that Sunday, if any does. */
    private ZoneId zone() {
        List<ZoneId> all = zones.stream().map(ZoneId::of).toList();
        List<ZoneId> changing = all.stream().filter(this::changes).toList();
        return dice.one(changing.isEmpty() || dice.onceIn(2) ? all : changing);
    }

    private boolean changes(ZoneId zone) {
        ZoneOffsetTransition change = zone.getRules().nextTransition(start);
        return change != null && change.getInstant().isBefore(start.plus(LENGTH));
    }

    private Room room(String id) {
        return new Room(
                id,
                dice.one(List.of(Set.of("table"), Set.of("hydro"), Set.of("table", "hydro"))),
                5 * dice.below(7),
                dice.one(List.of(1, 1, 1, 2, 3)),
                dice.onceIn(2) ? List.of() : disjoint(2, 3_000, 900));
    }

    private Therapist therapist(String id, List<Location> locations) {
        List<Shift> working = disjoint(8, 300, 1_500).stream()
                .map(span -> new Shift(dice.one(locations).id(), span.start(), span.end()))
                .toList();
        return new Therapist(
                id,
                dice.one(GENDERS),
                dice.some(Set.of("swedish", "shiatsu")),
                working,
                dice.onceIn(5) ? instant().atZone(ZoneOffset.UTC).toLocalDate() : null,
                dice.onceIn(10));
    }

    private Appointment appointment(String id, List<Location> locations, List<Therapist> therapists) {
        List<Room> rooms = dice.one(locations).rooms();
        Room room = rooms.isEmpty() ? null : dice.one(rooms);
        Instant from = dice.onceIn(4) ? rush.plus(minutes(dice.below(120))) : instant();
        return new Appointment(
                id,
                dice.one(therapists).id(),
                room == null ? null : room.id(),
                dice.one(CLIENTS),
                from,
                from.plus(minutes(5 + dice.below(dice.onceIn(4) ? 600 : 180))),
                5 * dice.below(4),
                5 * dice.below(4),
                5 * dice.below(4),
                room == null ? 0 : dice.below(room.places()),
                dice.onceIn(3) ? expiry() : null);
    }

    /** Ascending and disjoint; some touch, some are off the five-minute grid. */
    private List<Span> disjoint(int most, int gap, int longest) {
        List<Span> spans = new ArrayList<>();
        Instant from = start;
        for (int i = 0; i < 1 + dice.below(most); i++) {
            from = from.plus(dice.onceIn(4) ? Duration.ZERO : minutes(dice.below(gap)));
            Instant to = from.plus(minutes(1 + dice.below(longest)));
            if (from.isBefore(start.plus(LENGTH))) {
                spans.add(new Span(from, to));
            }
            from = to;
        }
        return spans;
    }

    /** Before most of the questions are asked, or after. */
    private Instant expiry() {
        return dice.onceIn(2) ? start.minus(Duration.ofDays(4)) : instant();
    }

    private Instant instant() {
        return start.plus(minutes(dice.below((int) LENGTH.toMinutes())));
    }

    /** Mostly on the grid of five minutes, and then at least five. */
    private Duration minutes(int about) {
        return Duration.ofMinutes(dice.onceIn(3) ? about : Math.max(5, about / 5 * 5));
    }
}
