package dev.unknot.booking.availability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.booking.availability.Explanation.Obstacle;
import dev.unknot.common.location.LocationSnapshot;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.common.therapist.TherapistSnapshot;
import dev.unknot.common.treatment.TreatmentSnapshot;
import dev.unknot.oracle.MinuteOracle;
import dev.unknot.oracle.RandomWorlds;
import dev.unknot.oracle.World;
import dev.unknot.oracle.announcement.Announcements;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What an explanation counts in bits, counted one wish at a time. */
class ExplanationCountTest {

    @Test
    void everyStartIsFoundOrStoppedByTheRuleThatWouldRefuseIt() {
        for (long seed = 0; seed < 60; seed++) {
            World world = RandomWorlds.of(seed).world();
            assertCounted(seed, world, Engine.told(world));
        }
    }

    @Test
    void whatIsClosedAndWhoIsAwayIsCountedAsThat() {
        Map<Rule, Long> stopped = new EnumMap<>(Rule.class);
        for (long seed = 0; seed < 60; seed++) {
            World world = RandomWorlds.of(seed).world();
            Engine engine = Engine.told(new Absences(world));
            assertThat(engine.every(world)).as("world %d", seed).isEqualTo(new MinuteOracle(world).slots());
            assertCounted(seed, world, engine).forEach((rule, count) -> stopped.merge(rule, count, Long::sum));
        }
        assertThat(stopped.get(Rule.LOCATION_NOT_CLOSED)).isGreaterThan(1_000);
        assertThat(stopped.get(Rule.THERAPIST_NOT_AWAY)).isGreaterThan(1_000);
    }

    @Test
    void whatARuleAloneStopsIsWhatOpensWhenItIsLifted() {
        long opened = 0;
        for (long seed = 0; seed < 150; seed++) {
            World world = RandomWorlds.of(seed).world();
            Engine engine = Engine.told(world);
            SlotQuery query = Engine.slotQuery(world);
            Explanation explanation = engine.availability().explain(query);

            Set<String> waived = new HashSet<>(query.waived());
            waived.add(Rule.NOTICE_KEPT.code());
            long noNotice = engine.availability()
                    .explain(with(query, query.treatment(), waived))
                    .found();
            assertThat(alone(explanation, Rule.NOTICE_KEPT))
                    .as("world %d", seed)
                    .isEqualTo(noNotice - explanation.found());

            long noSkill = engine.availability()
                    .explain(with(query, withoutSkill(query.treatment()), query.waived()))
                    .found();
            assertThat(alone(explanation, Rule.THERAPIST_SKILLED))
                    .as("world %d", seed)
                    .isEqualTo(noSkill - explanation.found());
            opened += noNotice + noSkill - 2 * explanation.found();
        }
        assertThat(opened).as("starts opened").isGreaterThan(300);
    }

    private static Map<Rule, Long> assertCounted(long seed, World world, Engine engine) {
        SlotQuery query = Engine.slotQuery(world);
        Map<Rule, Long> refused = new EnumMap<>(Rule.class);
        long candidates = 0;
        for (LocationSnapshot location : new Announcements(world).locations()) {
            if (query.locations() == null || query.locations().contains(location.id())) {
                List<TherapistId> staff = staff(world, query, location);
                Integer own =
                        engine.availability().terms(location.id()).policy().cadenceMinutes();
                int cadence = own == null ? query.treatment().cadenceMinutes() : own;
                for (Instant start : starts(query, location, cadence)) {
                    for (TherapistId therapist : staff) {
                        candidates++;
                        Verdict verdict = engine.availability().assess(wish(query, location, start, therapist));
                        if (verdict instanceof Verdict.Refused no) {
                            refused.merge(rule(no), 1L, Long::sum);
                        }
                    }
                    if (staff.isEmpty()) {
                        candidates++;
                    }
                }
            }
        }

        Explanation explanation = engine.availability().explain(query);

        Map<Rule, Long> stopped = new EnumMap<>(Rule.class);
        explanation.obstacles().forEach(each -> stopped.put(each.rule(), each.stopped()));
        if (new Announcements(world)
                .locations().stream()
                        .noneMatch(location -> staff(world, query, location).isEmpty())) {
            assertThat(stopped).as("world %d", seed).isEqualTo(refused);
        }
        assertThat(explanation.candidates()).as("world %d", seed).isEqualTo(candidates);
        assertThat(explanation.found())
                .as("world %d", seed)
                .isEqualTo(new MinuteOracle(world).slots().size());
        assertThat(explanation.slots())
                .as("world %d", seed)
                .isEqualTo(engine.search(world).size());
        assertThat(explanation.found()
                        + stopped.values().stream().mapToLong(each -> each).sum())
                .isEqualTo(candidates);
        return stopped;
    }

    @Test
    void whatATimeOffAloneStopsIsWhatOpensWhenItIsTakenBack() {
        long opened = 0;
        for (long seed = 0; seed < 60; seed++) {
            World world = RandomWorlds.of(seed).world();
            Absences absences = new Absences(world);
            SlotQuery query = Engine.slotQuery(world);
            Explanation explanation = Engine.told(absences).availability().explain(query);

            long found = Engine.told(new Announcements(world), absences.locations(), absences.neverAway())
                    .availability()
                    .explain(query)
                    .found();

            assertThat(alone(explanation, Rule.THERAPIST_NOT_AWAY))
                    .as("world %d", seed)
                    .isEqualTo(found - explanation.found());
            opened += found - explanation.found();
        }
        assertThat(opened).as("starts opened").isGreaterThan(100);
    }

    private static long alone(Explanation explanation, Rule rule) {
        return explanation.obstacles().stream()
                .filter(each -> each.rule() == rule)
                .mapToLong(Obstacle::alone)
                .sum();
    }

    private static List<TherapistId> staff(World world, SlotQuery query, LocationSnapshot location) {
        return new Announcements(world)
                .therapists().stream()
                        .filter(one -> query.gender() == null || one.gender() == query.gender())
                        .filter(one -> one.workingTime().stream()
                                .anyMatch(work -> work.locationId().equals(location.id())))
                        .map(TherapistSnapshot::id)
                        .toList();
    }

    private static List<Instant> starts(SlotQuery query, LocationSnapshot location, int cadence) {
        long first = Math.ceilDiv(query.from().getEpochSecond(), 300L);
        long end = query.to().minus(Duration.ofMinutes(query.minutes())).getEpochSecond();
        boolean anyTime = query.waived().contains(Rule.ON_CADENCE.code());
        return LongStream.iterate(first * 300, second -> second <= end, second -> second + 300)
                .mapToObj(Instant::ofEpochSecond)
                .filter(start -> anyTime || onCadence(start.atZone(location.zone()), cadence))
                .toList();
    }

    private static boolean onCadence(ZonedDateTime time, int cadence) {
        return (time.getHour() * 60 + time.getMinute()) % cadence == 0;
    }

    private static BookingWish wish(SlotQuery query, LocationSnapshot location, Instant start, TherapistId therapist) {
        return new BookingWish(
                query.treatment(),
                query.minutes(),
                location.id(),
                start,
                therapist,
                query.client(),
                query.moving(),
                query.waived(),
                false,
                query.now());
    }

    private static Rule rule(Verdict.Refused refused) {
        return List.of(Rule.values()).stream()
                .filter(rule -> rule.sentence().equals(refused.sentence()))
                .findFirst()
                .orElseThrow();
    }

    private static TreatmentSnapshot withoutSkill(TreatmentSnapshot treatment) {
        return new TreatmentSnapshot(
                treatment.id(),
                treatment.approach(),
                treatment.name(),
                treatment.offers(),
                treatment.beforeMinutes(),
                treatment.afterMinutes(),
                null,
                treatment.capability(),
                treatment.cadenceMinutes(),
                treatment.noticeMinutes());
    }

    private static SlotQuery with(SlotQuery query, TreatmentSnapshot treatment, Set<String> waived) {
        return new SlotQuery(
                treatment,
                query.minutes(),
                query.locations(),
                null,
                query.gender(),
                query.client(),
                query.moving(),
                query.from(),
                query.to(),
                null,
                100,
                waived,
                query.now());
    }
}
