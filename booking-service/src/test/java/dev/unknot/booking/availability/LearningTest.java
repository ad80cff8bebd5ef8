package dev.unknot.booking.availability;

import static dev.unknot.booking.availability.Clinic.DAY;
import static dev.unknot.booking.availability.Clinic.MIRA;
import static dev.unknot.booking.availability.Clinic.PRATER;
import static dev.unknot.booking.availability.Clinic.VISIT;
import static dev.unknot.booking.availability.Clinic.at;
import static dev.unknot.booking.availability.Clinic.claim;
import static dev.unknot.booking.availability.Clinic.linden;
import static dev.unknot.booking.availability.Clinic.mira;
import static dev.unknot.booking.availability.Clinic.monday;
import static dev.unknot.booking.availability.Clinic.prater;
import static dev.unknot.booking.availability.Clinic.taking;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.time.TimeRange;
import dev.unknot.common.treatment.TreatmentSnapshot;
import dev.unknot.oracle.RandomWorlds;
import dev.unknot.oracle.World;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LearningTest {

    private final Availability availability = Clinic.opened();

    @Test
    void eventsGiveTheSameIndexInAnyOrderAndHoweverOften() {
        for (long seed = 0; seed < 100; seed++) {
            RandomWorlds worlds = RandomWorlds.of(seed);
            List<World> history = List.of(worlds.world(), worlds.world(), worlds.world());
            World world = history.getLast();
            Told told = new Told(history);
            List<Opening> once = told.inOrder().search(world);

            for (int i = 0; i < 3; i++) {
                assertThat(told.twiceInAnyOrder(new Random(seed + i), halfway -> halfway.search(world))
                                .search(world))
                        .as("world %d", seed)
                        .isEqualTo(once);
            }
        }
    }

    @Test
    void claimsMayComeBeforeTheTherapistTheyAreOn() {
        Availability early = new Availability();
        early.learn(taking(VISIT, 1, claim(MIRA, DAY.start(), DAY.end())));
        early.learn(mira(), 1);
        early.learn(prater(List.of(linden(1, List.of()))), 1);

        assertThat(early.search(monday())).isEmpty();
    }

    @Test
    void anotherAppointmentsClaimStandsWhenOneThatOverlapsItGoes() {
        availability.learn(taking(VISIT, 1, claim(MIRA, DAY.start(), DAY.end())));
        availability.learn(taking(new AppointmentId(new UUID(0, 60)), 1, claim(MIRA, at(9, 0), at(17, 0))));
        availability.learn(taking(VISIT, 2));

        assertThat(availability.search(monday())).isEmpty();
    }

    @Test
    void aHorizonThatMovesOnForgetsWhatIsLongPastAndNothingElse() {
        availability.learn(taking(VISIT, 1, claim(MIRA, DAY.start(), DAY.end())));

        learnHorizonMovedBy(Duration.ofDays(3));
        assertThat(availability.search(monday())).isEmpty();

        learnHorizonMovedBy(Duration.ofDays(60));
        availability.learn(prater(List.of(linden(1, List.of()))), 100);
        assertThat(availability.search(monday())).isNotEmpty();
    }

    @Test
    void whoWasErasedComesBackOnlyWithAHigherVersion() {
        availability.erase(MIRA, 5);
        availability.learn(mira(), 5);
        assertThat(availability.search(monday())).isEmpty();
        assertThat(availability.version(MIRA)).isZero();

        availability.learn(mira(), 6);
        assertThat(availability.search(monday())).isNotEmpty();

        availability.erase(PRATER, 1);
        assertThat(availability.search(monday())).isEmpty();
    }

    @Test
    void aTreatmentIsWhatItsHighestVersionSays() {
        TreatmentSnapshot quarterly = Clinic.treatment(0, 0, 15, 0);
        TreatmentSnapshot hourly = Clinic.treatment(0, 0, 60, 0);
        availability.learn(hourly, 2);
        availability.learn(quarterly, 1);
        assertThat(availability.treatment(hourly.id())).contains(hourly);

        availability.erase(hourly.id(), 2);
        availability.learn(hourly, 2);
        assertThat(availability.treatment(hourly.id())).isEmpty();

        availability.learn(quarterly, 3);
        assertThat(availability.treatment(hourly.id())).contains(quarterly);
    }

    private void learnHorizonMovedBy(Duration time) {
        TimeRange horizon = new TimeRange(
                Clinic.HORIZON.start().plus(time), Clinic.HORIZON.end().plus(time));
        availability.learn(Clinic.location(PRATER, Clinic.ZONE, horizon, List.of(), List.of()), time.toDays());
        availability.learn(prater(List.of(linden(1, List.of()))), time.toDays() + 1);
    }
}
