package dev.unknot.booking.availability;

import static dev.unknot.booking.availability.Clinic.LINDEN;
import static dev.unknot.booking.availability.Clinic.MIRA;
import static dev.unknot.booking.availability.Clinic.VISIT;
import static dev.unknot.booking.availability.Clinic.at;
import static dev.unknot.booking.availability.Clinic.claim;
import static dev.unknot.booking.availability.Clinic.monday;
import static dev.unknot.booking.availability.Clinic.taking;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.common.appointment.RoomPlace;
import dev.unknot.common.money.Money;
import dev.unknot.common.treatment.Approach;
import dev.unknot.common.treatment.Offer;
import dev.unknot.common.treatment.TreatmentId;
import dev.unknot.common.treatment.TreatmentSnapshot;
import dev.unknot.oracle.RandomWorlds;
import dev.unknot.oracle.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RankingTest {

    private static final Preferences LEAST_HARMFUL = new Preferences(Set.of(), null, null, Ranking.LEAST_HARMFUL);

    @Test
    void theTimeThatLeavesNothingTooShortComesBeforeEarlierOnes() {
        Availability availability = Clinic.opened();
        availability.learn(taking(
                VISIT, 1, claim(MIRA, at(11, 0), at(12, 15)), claim(new RoomPlace(LINDEN, 0), at(11, 5), at(12, 15))));

        List<Opening> best = availability.search(monday().preferring(LEAST_HARMFUL));

        assertThat(best.getFirst().session().start()).isEqualTo(at(13, 45));
        assertThat(best).containsExactlyInAnyOrderElementsOf(availability.search(monday()));
    }

    @Test
    void aGapThatSomethingShorterFitsIntoIsNotTooShort() {
        Availability availability = Clinic.opened();
        availability.learn(taking(
                VISIT, 1, claim(MIRA, at(11, 0), at(12, 15)), claim(new RoomPlace(LINDEN, 0), at(11, 5), at(12, 15))));
        assertThat(first(availability)).isEqualTo(at(13, 45));

        // From 9:00 on there is room for a quarter of an hour and, for the room, its turnover.
        availability.learn(quarterOfAnHour(), 1);
        assertThat(first(availability)).isEqualTo(at(9, 30));
    }

    @Test
    void harmIsWhatCountingFiveMinutesAtATimeCounts() {
        long ranked = 0;
        for (long seed = 0; seed < 40; seed++) {
            World world = RandomWorlds.of(seed).world();
            Engine engine = Engine.told(world);
            SlotQuery query = Engine.slotQuery(world);
            GapCount gaps = new GapCount(world, query);
            Map<Opening, Long> best = new HashMap<>();
            for (Opening opening :
                    engine.availability().search(query.byEachTherapist().preferring(LEAST_HARMFUL))) {
                best.put(opening, gaps.leftBy(opening));
            }

            List<Opening> found = engine.availability().search(query.preferring(LEAST_HARMFUL));

            ranked += found.size();
            List<Long> harm = found.stream().map(gaps::leftBy).toList();
            assertThat(found)
                    .as("world %d", seed)
                    .hasSameSizeAs(engine.search(world))
                    .isSortedAccordingTo(Comparator.<Opening>comparingLong(gaps::leftBy)
                            .thenComparing(opening -> opening.session().start())
                            .thenComparing(opening -> opening.location().value()));
            assertThat(harm).as("world %d", seed).isEqualTo(leastOfEach(best, found));
            assertThat(engine.availability().search(limited(query, 5)))
                    .isEqualTo(found.stream().limit(5).toList());
        }
        assertThat(ranked).as("openings ranked").isGreaterThan(2_000);
    }

    private static List<Long> leastOfEach(Map<Opening, Long> all, List<Opening> found) {
        Map<List<Object>, Long> least = new HashMap<>();
        all.forEach((opening, minutes) -> least.merge(key(opening), minutes, Math::min));
        List<Long> expected = new ArrayList<>();
        found.forEach(opening -> expected.add(least.get(key(opening))));
        return expected;
    }

    private static List<Object> key(Opening opening) {
        return List.of(opening.session().start(), opening.location());
    }

    private static Instant first(Availability availability) {
        return availability
                .search(monday().preferring(LEAST_HARMFUL))
                .getFirst()
                .session()
                .start();
    }

    private static SlotQuery limited(SlotQuery query, int limit) {
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
                        null,
                        limit,
                        query.waived(),
                        query.now())
                .preferring(LEAST_HARMFUL);
    }

    private static TreatmentSnapshot quarterOfAnHour() {
        return new TreatmentSnapshot(
                new TreatmentId(new UUID(0, 70)),
                Approach.SWEDISH,
                "Neck",
                List.of(new Offer(15, new Money(2_000, "EUR"))),
                0,
                0,
                null,
                null,
                15,
                0);
    }
}
