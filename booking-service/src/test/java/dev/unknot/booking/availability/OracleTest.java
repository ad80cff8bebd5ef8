package dev.unknot.booking.availability;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.common.appointment.RoomPlace;
import dev.unknot.oracle.Location;
import dev.unknot.oracle.MinuteOracle;
import dev.unknot.oracle.Query;
import dev.unknot.oracle.RandomWorlds;
import dev.unknot.oracle.Slot;
import dev.unknot.oracle.Therapist;
import dev.unknot.oracle.World;
import dev.unknot.oracle.announcement.Names;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The engine beside an oracle that counts minutes, in random worlds whose every announcement comes twice and in any order. */
class OracleTest {

    private static final int WORLDS = 2_000;

    @Test
    void theSearchFindsExactlyWhatCountingMinutesFinds() {
        long slots = 0;
        for (long seed = 0; seed < WORLDS; seed++) {
            RandomWorlds worlds = RandomWorlds.of(seed);
            World before = worlds.world();
            World world = worlds.world();
            Engine engine = new Told(List.of(before, world))
                    .twiceInAnyOrder(new Random(seed), halfway -> halfway.search(world));
            List<Slot> expected = new MinuteOracle(world).slots();
            slots += expected.size();
            assertSame("world " + seed + ", " + world.query(), engine.every(world), expected);
        }
        assertThat(slots).as("slots compared").isGreaterThan(200_000);
    }

    @Test
    void everySlotCanBeBookedInItsPlaceAndNothingElseCan() {
        for (long seed = 0; seed < 40; seed++) {
            World world = RandomWorlds.of(seed).world();
            Engine engine = Engine.told(world);
            MinuteOracle oracle = new MinuteOracle(world);
            for (Therapist therapist : world.therapists()) {
                World asked = world.asking(world.query().of(therapist.id()).ofGender(null));
                SlotQuery query = Engine.slotQuery(asked);
                Set<Slot> offered = new HashSet<>();
                for (Opening opening : engine.availability().search(query)) {
                    Slot slot = slot(world, opening);
                    offered.add(slot);
                    assertFits(
                            engine.assess(query, slot),
                            opening,
                            oracle.freePlaces(location(world, slot), slot.start()));
                }
                for (Slot wish : everyMinute(world, therapist)) {
                    boolean fits = engine.assess(query, wish) instanceof Verdict.Fits;
                    if (fits != offered.contains(wish)) {
                        assertThat(fits).as("world %d, %s", seed, wish).isEqualTo(offered.contains(wish));
                    }
                }
            }
        }
    }

    @Test
    void openingsComeInOrderHoweverFewAreAskedFor() {
        for (long seed = 0; seed < 100; seed++) {
            World world = RandomWorlds.of(seed).world();
            Engine engine = Engine.told(world);
            for (SlotQuery query :
                    List.of(Engine.slotQuery(world), Engine.slotQuery(world).byEachTherapist())) {
                List<Opening> all = engine.availability().search(query);

                assertThat(all)
                        .isSortedAccordingTo(Comparator.comparing(
                                        (Opening opening) -> opening.session().start())
                                .thenComparing(opening -> opening.location().value())
                                .thenComparing(opening -> opening.therapist().value()));
                assertThat(engine.availability().search(page(query, 7, null)))
                        .isEqualTo(all.stream().limit(7).toList());
            }
        }
    }

    @Test
    void pagesFollowOneAnotherWithoutGapOrOverlap() {
        for (long seed = 0; seed < 100; seed++) {
            World world = RandomWorlds.of(seed).world();
            Engine engine = Engine.told(world);
            for (SlotQuery query :
                    List.of(Engine.slotQuery(world), Engine.slotQuery(world).byEachTherapist())) {
                List<Opening> all = engine.availability().search(query);
                List<Opening> read = new ArrayList<>();

                List<Opening> page = engine.availability().search(page(query, 7, null));
                while (!page.isEmpty() && read.size() < all.size()) {
                    read.addAll(page);
                    page = engine.availability().search(page(query, 7, page.getLast()));
                }

                assertThat(read).as("world %d", seed).isEqualTo(all);
                assertThat(page).isEmpty();
            }
        }
    }

    private static SlotQuery page(SlotQuery query, int limit, @Nullable Opening last) {
        SlotQuery.After after = last == null
                ? null
                : new SlotQuery.After(
                        last.session().start(), last.location(), query.eachTherapist() ? last.therapist() : null);
        return new SlotQuery(
                query.treatment(),
                query.minutes(),
                query.locations(),
                query.therapist(),
                query.gender(),
                query.client(),
                query.moving(),
                query.from(),
                query.to(),
                after,
                limit,
                query.waived(),
                query.now(),
                query.eachTherapist());
    }

    /** Names only what differs: the sets are large. */
    private static void assertSame(String question, List<Slot> found, List<Slot> expected) {
        if (found.equals(expected)) {
            return;
        }
        assertThat(found).as("no slot twice: %s", question).doesNotHaveDuplicates();
        assertThat(without(found, expected))
                .as("offered, but not bookable: %s", question)
                .isEmpty();
        assertThat(without(expected, found))
                .as("bookable, but not offered: %s", question)
                .isEmpty();
    }

    private static List<Slot> without(List<Slot> all, List<Slot> others) {
        List<Slot> rest = new ArrayList<>(all);
        rest.removeAll(new HashSet<>(others));
        return rest;
    }

    private static void assertFits(Verdict verdict, Opening opening, List<MinuteOracle.Place> free) {
        assertThat(verdict).isInstanceOfSatisfying(Verdict.Fits.class, fits -> {
            Assignment first = fits.assignments().getFirst();
            assertThat(first.therapist()).isEqualTo(opening.therapist());
            assertThat(first.place()).isEqualTo(opening.place());
            assertThat(first.zone()).isEqualTo(opening.zone());
            assertThat(fits.assignments().stream().map(Assignment::place).collect(toSet()))
                    .isEqualTo(free.stream()
                            .map(place -> new RoomPlace(Names.room(place.room()), place.number()))
                            .collect(toSet()));
        });
    }

    private static List<Slot> everyMinute(World world, Therapist therapist) {
        Query query = world.query();
        List<Slot> wishes = new ArrayList<>();
        for (Location location : world.locations()) {
            if (query.locations() == null || query.locations().contains(location.id())) {
                for (Instant start = query.from();
                        !start.plusSeconds(60L * query.minutes()).isAfter(query.to());
                        start = start.plusSeconds(60)) {
                    wishes.add(new Slot(start, location.id(), therapist.id()));
                }
            }
        }
        return wishes;
    }

    private static Slot slot(World world, Opening opening) {
        return Engine.slots(world, List.of(opening)).getFirst();
    }

    private static Location location(World world, Slot slot) {
        return world.locations().stream()
                .filter(location -> location.id().equals(slot.locationId()))
                .findFirst()
                .orElseThrow();
    }
}
