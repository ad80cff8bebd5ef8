package dev.unknot.booking.availability;

import static dev.unknot.booking.availability.Clinic.MIRA;
import static dev.unknot.booking.availability.Clinic.PRATER;
import static dev.unknot.booking.availability.Clinic.VISIT;
import static dev.unknot.booking.availability.Clinic.at;
import static dev.unknot.booking.availability.Clinic.claim;
import static dev.unknot.booking.availability.Clinic.held;
import static dev.unknot.booking.availability.Clinic.linden;
import static dev.unknot.booking.availability.Clinic.mira;
import static dev.unknot.booking.availability.Clinic.monday;
import static dev.unknot.booking.availability.Clinic.mondayAt;
import static dev.unknot.booking.availability.Clinic.prater;
import static dev.unknot.booking.availability.Clinic.taking;
import static dev.unknot.booking.availability.Clinic.wish;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AvailabilityTest {

    private final Availability availability = Clinic.opened();

    @Test
    void offersEveryQuarterFromTwoHoursAheadUntilTheRestFitsIntoTheShift() {
        List<Opening> openings = availability.search(monday());

        assertThat(openings)
                .extracting(opening -> opening.session().start())
                .first()
                .isEqualTo(at(9, 15));
        assertThat(openings)
                .extracting(opening -> opening.session().start())
                .last()
                .isEqualTo(at(16, 45));
        assertThat(openings).hasSize(31);
    }

    @Test
    void leavesRoomForBothBuffersAroundAnotherAppointment() {
        availability.learn(taking(VISIT, 1, claim(MIRA, at(10, 55), at(12, 10))));

        assertThat(availability.search(monday()))
                .extracting(opening -> opening.session().start())
                .contains(at(9, 45), at(12, 15))
                .doesNotContain(at(10, 0), at(11, 0), at(12, 0));
    }

    @Test
    void offersTheTimeAgainOnceTheAppointmentIsCancelledWhateverComesLateOrTwice() {
        availability.learn(taking(VISIT, 2));
        availability.learn(taking(VISIT, 1, claim(MIRA, at(9, 0), at(18, 0))));
        availability.learn(taking(VISIT, 2));

        assertThat(availability.search(monday())).hasSize(31);
    }

    @Test
    void offersAHeldTimeFromTheMomentTheHoldEndsThoughNobodySaidSo() {
        availability.learn(held(VISIT, 1, List.of(claim(MIRA, at(9, 0), at(18, 0))), at(7, 10)));

        assertThat(availability.search(mondayAt(at(7, 10).minusNanos(1)))).isEmpty();
        assertThat(availability.search(mondayAt(at(7, 10)))).hasSize(31);
        assertThat(availability.search(mondayAt(at(7, 10).minusNanos(1)))).isEmpty();
    }

    @Test
    void whatWasHeldStaysTakenOnceItIsBooked() {
        availability.learn(taking(VISIT, 2, claim(MIRA, at(9, 0), at(18, 0))));
        availability.learn(held(VISIT, 1, List.of(claim(MIRA, at(9, 0), at(18, 0))), at(7, 10)));

        assertThat(availability.search(mondayAt(at(7, 10)))).isEmpty();
    }

    @Test
    void judgesAWishAsTheSearchDoes() {
        assertThat(availability.assess(wish(at(9, 15)))).isInstanceOf(Verdict.Fits.class);
        assertThat(availability.assess(wish(at(9, 20)))).isEqualTo(Verdict.Refused.by(Rule.ON_CADENCE));
    }

    @Test
    void onlyAHigherVersionOfASnapshotApplies() {
        availability.learn(prater(List.of()), 1);
        assertThat(availability.search(monday())).hasSize(31);

        availability.learn(prater(List.of()), 2);
        availability.learn(prater(List.of(linden(1, List.of()))), 1);
        availability.learn(mira(), 7);
        assertThat(availability.search(monday())).isEmpty();
        assertThat(availability.version(PRATER)).isEqualTo(2);
        assertThat(availability.version(MIRA)).isEqualTo(7);
    }
}
