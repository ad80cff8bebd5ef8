package dev.unknot.booking.availability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.oracle.Appointment;
import dev.unknot.oracle.MinuteOracle;
import dev.unknot.oracle.RandomWorlds;
import dev.unknot.oracle.Retelling;
import dev.unknot.oracle.Slot;
import dev.unknot.oracle.World;
import dev.unknot.oracle.announcement.Agreed;
import dev.unknot.oracle.announcement.Announcements;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.TimeZone;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What must be true of an engine whatever its rules are. */
class LawsTest {

    private static final int WORLDS = 300;

    /** Whole weeks, so that even a rule about weekdays would say the same. */
    private static final int ABOUT_A_YEAR = 364;

    @Test
    void aBookingTakesItsSlotAndCancellingItGivesAllBack() {
        int booked = 0;
        for (long seed = 0; seed < WORLDS; seed++) {
            World world = RandomWorlds.of(seed).world();
            Engine engine = Engine.told(world);
            List<Slot> free = engine.every(world);
            for (Slot slot : few(free)) {
                Appointment visit = new MinuteOracle(world).booked("visit " + slot, slot);
                Agreed agreed = agreed(world, visit);

                engine.learn(agreed, 1);
                List<Slot> left = engine.every(world);
                assertThat(left.contains(slot)).as("world %d, %s", seed, slot).isFalse();
                assertThat(left).as("world %d, %s", seed, slot).isEqualTo(new MinuteOracle(world.and(visit)).slots());
                engine.learn(Agreed.cancelled(agreed.id()), 2);
                assertThat(engine.every(world)).as("world %d, %s", seed, slot).isEqualTo(free);
                booked++;
            }
        }
        assertThat(booked).isGreaterThan(WORLDS / 2);
    }

    @Test
    void aVisitMovedThereAndBackLeavesNoTrace() {
        int moved = 0;
        for (long seed = 0; seed < WORLDS; seed++) {
            World world = RandomWorlds.of(seed).world();
            Engine engine = Engine.told(world);
            List<Slot> slots = few(engine.every(world));
            if (slots.size() > 1) {
                MinuteOracle oracle = new MinuteOracle(world);
                Agreed here = agreed(world, oracle.booked("visit", slots.getFirst()));
                engine.learn(here, 1);
                List<Slot> before = engine.every(world);

                engine.learn(agreed(world, oracle.booked("visit", slots.getLast())), 2);
                moved += engine.every(world).equals(before) ? 0 : 1;
                engine.learn(here, 3);
                assertThat(engine.every(world)).as("world %d", seed).isEqualTo(before);
            }
        }
        assertThat(moved).as("moves that made a difference").isGreaterThan(WORLDS / 4);
    }

    @Test
    void anyTherapistMeansOneOfThoseWhoCanBeFoundOneByOne() {
        for (long seed = 0; seed < WORLDS; seed++) {
            World world = RandomWorlds.of(seed).world();
            Engine engine = Engine.told(world);
            List<Slot> every = engine.every(world);
            List<Slot> oneByOne = world.therapists().stream()
                    .map(therapist -> world.asking(world.query().of(therapist.id())))
                    .flatMap(asked -> Engine.slots(asked, engine.search(asked)).stream())
                    .sorted()
                    .toList();
            List<Slot> any = Engine.slots(world, engine.search(world));

            assertThat(oneByOne).as("world %d", seed).isEqualTo(every);
            assertThat(new HashSet<>(every)).as("world %d", seed).containsAll(any);
            assertThat(any.stream().map(LawsTest::somebody).sorted().toList())
                    .as("world %d", seed)
                    .isEqualTo(every.stream().map(LawsTest::somebody).distinct().toList());
        }
    }

    @Test
    void shiftsInPiecesThatTouchAreAsGoodAsWhole() {
        for (long seed = 0; seed < WORLDS; seed++) {
            World world = RandomWorlds.of(seed).world();
            World pieces = new Retelling(seed).split(world);

            assertThat(Engine.told(pieces).every(world))
                    .as("world %d", seed)
                    .isEqualTo(Engine.told(world).every(world));
        }
    }

    @Test
    void theOrderInWhichAWorldIsToldDoesNotMatter() {
        for (long seed = 0; seed < WORLDS; seed++) {
            World world = RandomWorlds.of(seed).world();
            World shuffled = new Retelling(seed).shuffled(world);

            assertThat(Engine.told(shuffled).every(world))
                    .as("world %d", seed)
                    .isEqualTo(Engine.told(world).every(world));
        }
    }

    @Test
    void whereClocksNeverChangeAYearLaterIsTheSame() {
        int slots = 0;
        for (long seed = 0; seed < WORLDS; seed++) {
            World world = RandomWorlds.withoutDst(seed).world();
            World later = world.later(ABOUT_A_YEAR);
            List<Slot> now = Engine.told(world).every(world);
            slots += now.size();

            assertThat(Engine.told(later).every(later))
                    .as("world %d", seed)
                    .isEqualTo(now.stream()
                            .map(slot -> slot.later(Duration.ofDays(ABOUT_A_YEAR)))
                            .toList());
        }
        assertThat(slots).isGreaterThan(10_000);
    }

    @Test
    void moreBusyTimeNeverOffersMoreAndGivesAllBackThatItTook() {
        for (long seed = 0; seed < WORLDS; seed++) {
            RandomWorlds worlds = RandomWorlds.of(seed);
            World world = worlds.world();
            Engine engine = Engine.told(world);
            List<Slot> before = engine.every(world);
            Agreed busy = agreed(world, worlds.appointment(world));

            engine.learn(busy, 1);
            assertThat(new HashSet<>(before)).as("world %d", seed).containsAll(engine.every(world));
            engine.learn(Agreed.cancelled(busy.id()), 2);
            assertThat(engine.every(world)).as("world %d", seed).isEqualTo(before);
        }
    }

    @Test
    void theZoneOfTheServerDoesNotMatter() {
        TimeZone zone = TimeZone.getDefault();
        try {
            for (long seed = 0; seed < 50; seed++) {
                World world = RandomWorlds.of(seed).world();
                List<Slot> here = Engine.told(world).every(world);
                for (String elsewhere : List.of("America/St_Johns", "Asia/Kathmandu", "Australia/Lord_Howe")) {
                    TimeZone.setDefault(TimeZone.getTimeZone(elsewhere));
                    assertThat(Engine.told(world).every(world))
                            .as("world %d in %s", seed, elsewhere)
                            .isEqualTo(here);
                }
            }
        } finally {
            TimeZone.setDefault(zone);
        }
    }

    /** The first, the last and one between. */
    private static List<Slot> few(List<Slot> slots) {
        return IntStream.of(0, slots.size() / 2, slots.size() - 1)
                .filter(i -> i >= 0 && i < slots.size())
                .distinct()
                .mapToObj(slots::get)
                .toList();
    }

    private static Agreed agreed(World world, Appointment visit) {
        return new Announcements(world).agreed(visit, String.valueOf(visit.id()));
    }

    private static Slot somebody(Slot slot) {
        return new Slot(slot.start(), slot.locationId(), "somebody");
    }
}
