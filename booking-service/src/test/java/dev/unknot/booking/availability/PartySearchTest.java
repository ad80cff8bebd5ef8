package dev.unknot.booking.availability;

import static dev.unknot.booking.availability.Clinic.DAY;
import static dev.unknot.booking.availability.Clinic.JONAS;
import static dev.unknot.booking.availability.Clinic.LINDEN;
import static dev.unknot.booking.availability.Clinic.MIRA;
import static dev.unknot.booking.availability.Clinic.PRATER;
import static dev.unknot.booking.availability.Clinic.VISIT;
import static dev.unknot.booking.availability.Clinic.at;
import static dev.unknot.booking.availability.Clinic.claim;
import static dev.unknot.booking.availability.Clinic.linden;
import static dev.unknot.booking.availability.Clinic.monday;
import static dev.unknot.booking.availability.Clinic.prater;
import static dev.unknot.booking.availability.Clinic.taking;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.booking.availability.PartyWish.Seat;
import dev.unknot.common.appointment.RoomPlace;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.common.therapist.TherapistState;
import dev.unknot.common.therapist.WorkingTime;
import dev.unknot.common.time.TimeRange;
import dev.unknot.oracle.RandomWorlds;
import dev.unknot.oracle.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two at once, at a practice with a room for two; Jonas works until noon. */
class PartySearchTest {

    private static final Preferences TWO = new Preferences(Set.of(), null, null, Ranking.EARLIEST, Party.each(2));

    private static final Preferences SHARING = new Preferences(Set.of(), null, null, Ranking.EARLIEST, new Party(2, 1));

    private final Availability availability = Clinic.opened();

    @BeforeEach
    void aSecondTableAndASecondTherapist() {
        availability.learn(prater(List.of(linden(2, List.of()))), 2);
        availability.learn(
                Clinic.therapist(
                        JONAS,
                        TherapistState.ACTIVE,
                        Set.of("swedish"),
                        null,
                        List.of(new WorkingTime(PRATER, new TimeRange(DAY.start(), at(12, 0))))),
                1);
    }

    @Test
    void twoAreOfferedWhatTwoTherapistsAndTwoPlacesOfARoomAreFreeFor() {
        List<Opening> found = availability.search(monday().preferring(TWO));

        assertThat(found)
                .extracting(opening -> opening.session().start())
                .startsWith(at(9, 15))
                .endsWith(at(10, 45))
                .hasSize(7);
        assertThat(found)
                .allMatch(opening ->
                        opening.therapist().equals(MIRA) && opening.others().equals(List.of(JONAS)));
    }

    @Test
    void oneTableTakenLeavesNoRoomForTwo() {
        availability.learn(taking(VISIT, 1, claim(new RoomPlace(LINDEN, 0), at(9, 0), at(10, 30))));

        assertThat(availability.search(monday().preferring(TWO)))
                .extracting(opening -> opening.session().start())
                .containsExactly(at(10, 30), at(10, 45));
        Explanation why = availability.explain(monday().preferring(TWO));
        assertThat(why.slots()).isEqualTo(2);
        assertThat(why.obstacles())
                .extracting(Explanation.Obstacle::rule)
                .contains(Rule.THERAPISTS_ENOUGH, Rule.ROOM_FREE);
    }

    @Test
    void aRoomOutOfUseIsNotTaken() {
        availability.learn(prater(List.of(linden(2, List.of(new TimeRange(at(9, 0), at(10, 30)))))), 3);

        Explanation why = availability.explain(monday().preferring(TWO));

        assertThat(why.slots()).isEqualTo(2);
        assertThat(why.obstacles())
                .extracting(Explanation.Obstacle::rule)
                .contains(Rule.ROOM_IN_USE)
                .doesNotContain(Rule.ROOM_FREE);
    }

    @Test
    void whoIsNamedIsOneOfThem() {
        assertThat(availability.search(by(monday(), JONAS).preferring(TWO)))
                .hasSize(7)
                .allMatch(opening ->
                        opening.therapist().equals(JONAS) && opening.others().equals(List.of(MIRA)));
    }

    @Test
    void oneTherapistTreatsBothWhereTheyShare() {
        List<Opening> found = availability.search(monday().preferring(SHARING));

        assertThat(found).as("Mira works on when Jonas has gone").hasSizeGreaterThan(7);
        assertThat(found).allMatch(opening -> opening.others().isEmpty());
        assertThat(availability.explain(monday().preferring(SHARING)).slots()).isEqualTo(found.size());
    }

    @Test
    void eachOfThemHasTheirOwnRulesAndVisits() {
        ClientId ben = new ClientId(UUID.randomUUID());
        availability.learn(taking(VISIT, 1, claim(ben, at(9, 0), at(10, 0))));
        SlotQuery both = withClient(monday(), new ClientId(UUID.randomUUID()))
                .preferring(TWO)
                .with(List.of(ben));

        assertThat(availability.search(both))
                .extracting(opening -> opening.session().start())
                .containsExactly(at(10, 0), at(10, 15), at(10, 30), at(10, 45));
        assertThat(availability.explain(both).obstacles())
                .extracting(Explanation.Obstacle::rule)
                .contains(Rule.CLIENT_FREE);
        availability.learn(new ClientStanding(ben, 1, false, Set.of(JONAS)));
        assertThat(availability.search(both))
                .as("Jonas treats the other one")
                .hasSize(4)
                .allMatch(opening ->
                        opening.therapist().equals(JONAS) && opening.others().equals(List.of(MIRA)));
        assertThat(availability.explain(both).slots()).isEqualTo(4);
        availability.learn(new ClientStanding(ben, 2, false, Set.of(JONAS, MIRA)));
        assertThat(availability.search(both)).isEmpty();
        availability.learn(new ClientStanding(ben, 3, true, Set.of()));
        assertThat(availability.search(both)).isEmpty();
        availability.learn(new ClientStanding(ben, 4, false, Set.of()));
        assertThat(availability.search(both)).hasSize(4);
    }

    @Test
    void threeAreTooManyForTheRoom() {
        SlotQuery three = monday().preferring(new Preferences(Set.of(), null, null, Ranking.EARLIEST, Party.each(3)));

        assertThat(availability.search(three)).isEmpty();
        assertThat(availability.explain(three).obstacles())
                .extracting(Explanation.Obstacle::rule)
                .contains(Rule.ROOM_LARGE_ENOUGH);
    }

    @Test
    void whatIsOfferedIsWhatCanBeBookedStartByStart() {
        long offered = 0;
        for (long seed = 0; seed < 150; seed++) {
            World world = RandomWorlds.of(seed).world();
            if (world.query().gender() != null) {
                continue;
            }
            Engine engine = Engine.told(world);
            SlotQuery query = Engine.slotQuery(world).preferring(TWO);
            Set<List<Object>> found = new HashSet<>();
            for (Opening opening : engine.availability().search(query)) {
                found.add(List.of(opening.session().start(), opening.location()));
                assertThat(engine.availability()
                                .assess(wish(query, opening.session().start(), opening)))
                        .as("world %d, %s", seed, opening)
                        .isInstanceOf(PartyVerdict.Fits.class);
            }
            for (Opening one : engine.availability().search(query.preferring(Preferences.NONE))) {
                Instant start = one.session().start();
                boolean fits = engine.availability().assess(anyTwo(query, start, one)) instanceof PartyVerdict.Fits;
                assertThat(fits)
                        .as("world %d, %s", seed, one)
                        .isEqualTo(found.contains(List.<Object>of(start, one.location())));
            }
            for (Ranking ranking : Ranking.values()) {
                assertThat(engine.availability()
                                .search(query.preferring(
                                        new Preferences(Set.of(), null, null, ranking, Party.each(2)))))
                        .hasSize(found.size());
            }
            assertThat(engine.availability().explain(query).slots())
                    .as("world %d", seed)
                    .isEqualTo(found.size());
            offered += found.size();
        }
        assertThat(offered).as("times for two").isGreaterThan(1_000);
    }

    @Test
    void whatIsOfferedToAGroupOfOneTherapistIsWhatCanBeBooked() {
        long offered = 0;
        for (long seed = 0; seed < 150; seed++) {
            World world = RandomWorlds.of(seed).world();
            if (world.query().gender() != null) {
                continue;
            }
            Engine engine = Engine.told(world);
            SlotQuery query = Engine.slotQuery(world).preferring(SHARING);
            Set<List<Object>> found = new HashSet<>();
            for (Opening opening : engine.availability().search(query)) {
                found.add(List.of(opening.session().start(), opening.location()));
                assertThat(engine.availability().assess(shared(query, opening)))
                        .as("world %d, %s", seed, opening)
                        .isInstanceOf(PartyVerdict.Fits.class);
            }
            Set<List<Object>> bookable = new HashSet<>();
            for (Opening one : engine.availability()
                    .search(query.preferring(Preferences.NONE).byEachTherapist())) {
                if (engine.availability().assess(shared(query, one)) instanceof PartyVerdict.Fits) {
                    bookable.add(List.of(one.session().start(), one.location()));
                }
            }
            assertThat(found).as("world %d", seed).isEqualTo(bookable);
            offered += found.size();
        }
        assertThat(offered).as("times for a group").isGreaterThan(1_000);
    }

    @Test
    void whoAvoidsSomebodyIsOfferedWhatSuitsThemAndWhoComesWithThem() {
        ClientId ben = new ClientId(new UUID(7, 7));
        long offered = 0;
        for (long seed = 0; seed < 150; seed++) {
            World world = RandomWorlds.of(seed).world();
            if (world.query().gender() != null) {
                continue;
            }
            Engine engine = Engine.told(world);
            SlotQuery plain = Engine.slotQuery(world).preferring(TWO);
            List<Opening> any = engine.availability().search(plain);
            if (any.isEmpty()) {
                continue;
            }
            Set<TherapistId> avoided = Set.of(any.get((int) seed % any.size()).therapist());
            engine.availability().learn(new ClientStanding(ben, 1, false, avoided));
            SlotQuery query = plain.with(List.of(ben));
            Set<List<Object>> found = new HashSet<>();
            for (Opening opening : engine.availability().search(query)) {
                found.add(List.of(opening.session().start(), opening.location()));
                List<TherapistId> therapists =
                        List.of(opening.therapist(), opening.others().getFirst());
                assertThat(engine.availability().assess(of(query, opening, therapists)))
                        .as("world %d, %s", seed, opening)
                        .isInstanceOf(PartyVerdict.Fits.class);
            }
            for (Opening opening : any) {
                boolean fits = engine.availability().assess(of(query, opening, List.of())) instanceof PartyVerdict.Fits;
                List<Object> there = List.of(opening.session().start(), opening.location());
                assertThat(query.therapist() != null || fits == found.contains(there))
                        .as("world %d, %s", seed, opening)
                        .isTrue();
            }
            assertThat(engine.availability().explain(query).slots())
                    .as("world %d", seed)
                    .isEqualTo(found.size());
            offered += found.size();
        }
        assertThat(offered).as("times for two of whom one is particular").isGreaterThan(500);
    }

    /** @param therapists in the order of the clients; empty: any */
    private static PartyWish of(SlotQuery query, Opening opening, List<TherapistId> therapists) {
        List<Seat> seats = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            seats.add(new Seat(
                    i < query.clients().size() ? query.clients().get(i) : null,
                    therapists.isEmpty() ? null : therapists.get(i)));
        }
        return wish(query, opening.session().start(), opening, seats);
    }

    @Test
    void aClosureIsToldOfSeveralAsOfOne() {
        availability.learn(Clinic.closedUntil(at(13, 0), linden(2, List.of())), 3);
        availability.learn(Clinic.shutOutUntil(MIRA, at(13, 0)), 9);
        availability.learn(Clinic.shutOutUntil(JONAS, at(13, 0)), 9);

        for (Preferences several : List.of(TWO, SHARING)) {
            Explanation why = availability.explain(monday().preferring(several));
            assertThat(why.bottleneck())
                    .isNotNull()
                    .extracting(Explanation.Obstacle::rule)
                    .isEqualTo(Rule.LOCATION_NOT_CLOSED);
            assertThat(why.slots())
                    .isPositive()
                    .isEqualTo(availability.search(monday().preferring(several)).size());
        }
    }

    @Test
    void ofThoseWhoCouldTreatAGroupWhoIsLeastHarmedIsOffered() {
        availability.learn(taking(VISIT, 1, claim(MIRA, at(11, 0), at(18, 0))));
        Preferences leastHarmful = new Preferences(Set.of(), null, null, Ranking.LEAST_HARMFUL, new Party(2, 1));
        Opening one = availability.search(monday().preferring(leastHarmful)).stream()
                .filter(opening -> opening.session().start().equals(at(9, 30)))
                .findFirst()
                .orElseThrow();

        assertThat(one.therapist()).as("who has more time left").isEqualTo(JONAS);
        assertThat(availability.search(monday().preferring(SHARING)).getFirst().therapist())
                .isEqualTo(MIRA);
    }

    private static PartyWish shared(SlotQuery query, Opening opening) {
        return wish(
                query,
                opening.session().start(),
                opening,
                List.of(new Seat(query.client(), opening.therapist()), new Seat(null, opening.therapist())));
    }

    /** Of those who were offered. */
    private static PartyWish wish(SlotQuery query, Instant start, Opening opening) {
        return wish(
                query,
                start,
                opening,
                List.of(
                        new Seat(query.client(), opening.therapist()),
                        new Seat(null, opening.others().getFirst())));
    }

    private static PartyWish anyTwo(SlotQuery query, Instant start, Opening opening) {
        return wish(query, start, opening, List.of(new Seat(query.client(), null), new Seat(null, null)));
    }

    private static PartyWish wish(SlotQuery query, Instant start, Opening opening, List<Seat> seats) {
        return new PartyWish(
                query.treatment(),
                query.minutes(),
                0,
                opening.location(),
                start,
                seats,
                null,
                null,
                query.moving(),
                query.waived(),
                false,
                false,
                false,
                query.now());
    }

    private static SlotQuery by(SlotQuery query, TherapistId therapist) {
        return asking(query, therapist, null);
    }

    private static SlotQuery withClient(SlotQuery query, ClientId client) {
        return asking(query, null, client);
    }

    private static SlotQuery asking(SlotQuery query, @Nullable TherapistId therapist, @Nullable ClientId client) {
        return new SlotQuery(
                query.treatment(),
                query.minutes(),
                null,
                therapist,
                null,
                client,
                null,
                query.from(),
                query.to(),
                null,
                1_000,
                Set.of(),
                query.now());
    }
}
