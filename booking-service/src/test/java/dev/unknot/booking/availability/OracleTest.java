package dev.unknot.booking.availability;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.booking.availability.MinuteOracle.Offered;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.location.LocationSnapshot;
import dev.unknot.common.therapist.Gender;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.common.therapist.TherapistSnapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OracleTest {

    private static final int WORLDS = 400;

    @Test
    void theSearchFindsExactlyWhatCountingMinutesFinds() {
        long openings = 0;
        for (long seed = 0; seed < WORLDS; seed++) {
            Worlds worlds = new Worlds(seed);
            World world = worlds.world();
            Availability availability = world.learned(worlds.shuffledTwice(world.events()));
            for (int i = 0; i < 3; i++) {
                SlotQuery query = worlds.query(world);
                MinuteOracle oracle = new MinuteOracle(world, query);
                Set<Offered> expected = oracle.offered();
                openings += expected.size();

                String question = "world " + seed + ", " + query;
                assertSame(question, perTherapist(availability, world, query), expected);
                assertSame(question, offered(availability.search(query)), firstOfEach(expected));
            }
        }
        assertThat(openings).as("openings compared").isGreaterThan(50_000);
    }

    @Test
    void everyOpeningCanBeBookedInItsPlaceAndNothingElseCan() {
        for (long seed = WORLDS; seed < WORLDS + 60; seed++) {
            Worlds worlds = new Worlds(seed);
            World world = worlds.world();
            Availability availability = world.learned(worlds.shuffledTwice(world.events()));
            SlotQuery query = withGender(worlds.query(world), null);
            for (TherapistSnapshot therapist : world.therapists()) {
                List<Opening> openings = availability.search(by(query, therapist.id()));
                Set<Offered> offered = offered(openings);
                MinuteOracle oracle = new MinuteOracle(world, query);
                for (Opening opening : openings) {
                    LocationSnapshot location = world.locations().stream()
                            .filter(known -> known.id().equals(opening.location()))
                            .findFirst()
                            .orElseThrow();
                    Verdict verdict = assess(
                            availability,
                            query,
                            location.id(),
                            opening.session().start(),
                            therapist.id());
                    assertThat(verdict).isInstanceOfSatisfying(Verdict.Fits.class, fits -> {
                        assertThat(fits.assignments().getFirst())
                                .isEqualTo(new Assignment(
                                        therapist.id(),
                                        opening.place(),
                                        location.zone(),
                                        availability.version(therapist.id()),
                                        availability.version(location.id())));
                        assertThat(fits.assignments())
                                .extracting(Assignment::place)
                                .containsExactlyInAnyOrderElementsOf(oracle.freePlaces(
                                        location, opening.session().start()));
                    });
                }
                for (Instant start = query.from();
                        !start.plusSeconds(60L * query.minutes()).isAfter(query.to());
                        start = start.plusSeconds(60)) {
                    for (LocationId location : query.locations() == null ? ids(world) : query.locations()) {
                        if (!offered.contains(new Offered(start, location, therapist.id()))) {
                            assertThat(assess(availability, query, location, start, therapist.id()))
                                    .isInstanceOf(Verdict.Refused.class);
                        }
                    }
                }
            }
        }
    }

    @Test
    void openingsComeInOrderOfStartAndLocationHoweverFewAreAskedFor() {
        for (long seed = 0; seed < 60; seed++) {
            Worlds worlds = new Worlds(seed);
            World world = worlds.world();
            Availability availability = world.learned(world.events());
            SlotQuery query = worlds.query(world);
            List<Opening> all = availability.search(query);

            assertThat(all)
                    .isSortedAccordingTo(Comparator.comparing(
                                    (Opening opening) -> opening.session().start())
                            .thenComparing(opening -> opening.location().value()));
            assertThat(availability.search(limited(query, 7)))
                    .isEqualTo(all.stream().limit(7).toList());
        }
    }

    @Test
    void everyTherapistAtEveryStartIsWhatAllTherapistsHaveOneByOne() {
        for (long seed = 0; seed < 120; seed++) {
            Worlds worlds = new Worlds(seed);
            World world = worlds.world();
            Availability availability = world.learned(world.events());
            SlotQuery query = worlds.query(world).byEachTherapist();
            List<Opening> each = availability.search(query);

            assertSame("world " + seed, offered(each), perTherapist(availability, world, query));
            assertThat(each)
                    .isSortedAccordingTo(Comparator.comparing(
                                    (Opening opening) -> opening.session().start())
                            .thenComparing(opening -> opening.location().value())
                            .thenComparing(opening -> opening.therapist().value()));
            assertThat(inPages(availability, query, 7)).as("seed %d", seed).isEqualTo(each);
        }
    }

    @Test
    void pagesFollowOneAnotherWithoutGapOrOverlap() {
        for (long seed = 0; seed < 60; seed++) {
            Worlds worlds = new Worlds(seed);
            World world = worlds.world();
            Availability availability = world.learned(world.events());
            SlotQuery query = worlds.query(world);

            assertThat(inPages(availability, query, 13)).as("seed %d", seed).isEqualTo(availability.search(query));
        }
    }

    /** Ends where a page is empty, and no later than all there is to find. */
    private static List<Opening> inPages(Availability availability, SlotQuery query, int limit) {
        int all = availability.search(query).size();
        List<Opening> read = new ArrayList<>();
        List<Opening> page = availability.search(limited(query, limit));
        while (!page.isEmpty() && read.size() <= all) {
            read.addAll(page);
            page = availability.search(after(query, page.getLast(), limit));
        }
        return read;
    }

    /** Names only what differs: the sets are large. */
    private static void assertSame(String question, Set<Offered> found, Set<Offered> expected) {
        assertThat(without(found, expected))
                .as("offered, but not bookable: %s", question)
                .isEmpty();
        assertThat(without(expected, found))
                .as("bookable, but not offered: %s", question)
                .isEmpty();
    }

    private static Set<Offered> without(Set<Offered> all, Set<Offered> others) {
        Set<Offered> rest = new HashSet<>(all);
        rest.removeAll(others);
        return rest;
    }

    private static Set<Offered> perTherapist(Availability availability, World world, SlotQuery query) {
        Set<Offered> found = new HashSet<>();
        world.therapists().forEach(therapist -> found.addAll(offered(availability.search(by(query, therapist.id())))));
        return found;
    }

    private static Set<Offered> offered(List<Opening> openings) {
        Set<Offered> offered = openings.stream()
                .map(opening -> new Offered(opening.session().start(), opening.location(), opening.therapist()))
                .collect(toSet());
        assertThat(offered).as("no opening twice").hasSameSizeAs(openings);
        return offered;
    }

    private static Set<Offered> firstOfEach(Set<Offered> all) {
        Map<List<Object>, Offered> first = new HashMap<>();
        all.forEach(offered -> first.merge(
                List.of(offered.start(), offered.location()),
                offered,
                BinaryOperator.minBy(Comparator.comparing(one -> one.therapist().value()))));
        return Set.copyOf(first.values());
    }

    private static Verdict assess(
            Availability availability, SlotQuery query, LocationId location, Instant start, TherapistId therapist) {
        return availability.assess(new BookingWish(
                query.treatment(),
                query.minutes(),
                location,
                start,
                therapist,
                query.client(),
                query.moving(),
                query.waived(),
                false,
                query.now()));
    }

    private static Set<LocationId> ids(World world) {
        return world.locations().stream().map(LocationSnapshot::id).collect(toSet());
    }

    private static SlotQuery by(SlotQuery query, TherapistId therapist) {
        return with(query, therapist, query.gender(), null, query.limit());
    }

    private static SlotQuery withGender(SlotQuery query, @Nullable Gender gender) {
        return with(query, null, gender, null, query.limit());
    }

    private static SlotQuery limited(SlotQuery query, int limit) {
        return with(query, null, query.gender(), null, limit);
    }

    private static SlotQuery after(SlotQuery query, Opening last, int limit) {
        return with(
                query,
                null,
                query.gender(),
                new SlotQuery.After(
                        last.session().start(), last.location(), query.eachTherapist() ? last.therapist() : null),
                limit);
    }

    private static SlotQuery with(
            SlotQuery query,
            @Nullable TherapistId therapist,
            @Nullable Gender gender,
            SlotQuery.@Nullable After after,
            int limit) {
        return new SlotQuery(
                query.treatment(),
                query.minutes(),
                query.locations(),
                therapist,
                gender,
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
}
