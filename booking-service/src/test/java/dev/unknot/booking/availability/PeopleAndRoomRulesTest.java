package dev.unknot.booking.availability;

import static dev.unknot.booking.availability.Clinic.ANNA;
import static dev.unknot.booking.availability.Clinic.DAY;
import static dev.unknot.booking.availability.Clinic.HORIZON;
import static dev.unknot.booking.availability.Clinic.JONAS;
import static dev.unknot.booking.availability.Clinic.LINDEN;
import static dev.unknot.booking.availability.Clinic.MIRA;
import static dev.unknot.booking.availability.Clinic.MONDAY;
import static dev.unknot.booking.availability.Clinic.NOW;
import static dev.unknot.booking.availability.Clinic.PRATER;
import static dev.unknot.booking.availability.Clinic.VISIT;
import static dev.unknot.booking.availability.Clinic.ZONE;
import static dev.unknot.booking.availability.Clinic.at;
import static dev.unknot.booking.availability.Clinic.claim;
import static dev.unknot.booking.availability.Clinic.linden;
import static dev.unknot.booking.availability.Clinic.prater;
import static dev.unknot.booking.availability.Clinic.taking;
import static dev.unknot.booking.availability.Clinic.therapist;
import static dev.unknot.booking.availability.Clinic.treatment;
import static dev.unknot.booking.availability.Clinic.wish;
import static dev.unknot.booking.availability.Wishes.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.common.appointment.RoomPlace;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.location.RoomId;
import dev.unknot.common.location.RoomSnapshot;
import dev.unknot.common.therapist.TherapistSnapshot;
import dev.unknot.common.therapist.TherapistState;
import dev.unknot.common.therapist.WorkingTime;
import dev.unknot.common.time.TimeRange;
import dev.unknot.common.treatment.TreatmentSnapshot;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PeopleAndRoomRulesTest {

    private static final RoomPlace TABLE = new RoomPlace(LINDEN, 0);

    private final Availability availability = Clinic.opened();
    private final Wishes wishes = new Wishes(availability);

    @Test
    void anUnknownLocationOrTherapistIsNamed() {
        assertRefused(wishes.assess(new LocationId(new UUID(9, 9)), MIRA), Rule.LOCATION_KNOWN);
        assertRefused(wishes.assess(PRATER, JONAS), Rule.THERAPIST_KNOWN);
    }

    @Test
    void aClientHasOneSessionAtATimeAndNoBuffers() {
        availability.learn(taking(VISIT, 1, claim(ANNA, at(11, 0), at(12, 0))));

        assertRefused(availability.assess(wish(at(10, 15))), Rule.CLIENT_FREE);
        assertThat(availability.assess(wish(at(10, 0)))).isInstanceOf(Verdict.Fits.class);
        assertThat(availability.assess(wish(at(12, 0)))).isInstanceOf(Verdict.Fits.class);
    }

    @Test
    void theRoomHasWhatTheTreatmentNeeds() {
        availability.learn(prater(List.of(new RoomSnapshot(LINDEN, "Linden", Set.of("hydro"), 1, 0, List.of()))), 2);

        assertRefused(availability.assess(wish(at(10, 0))), Rule.ROOM_CAPABLE);
    }

    @Test
    void whoHasLeftTreatsNobody() {
        learnMira(TherapistState.LEFT, Set.of("swedish"), null);

        assertRefused(availability.assess(wish(at(10, 0))), Rule.THERAPIST_ACTIVE);
    }

    @Test
    void whoLeavesTreatsWhatBeginsOnTheirLastDayAndNothingLater() {
        TherapistSnapshot mira = Clinic.mira();
        availability.learn(Clinic.location(PRATER, ZONE, HORIZON, List.of(HORIZON), List.of(linden(1, List.of()))), 2);
        availability.learn(
                new TherapistSnapshot(
                        mira.id(),
                        mira.name(),
                        mira.gender(),
                        mira.skills(),
                        mira.licensedUntil(),
                        mira.state(),
                        mira.horizon(),
                        List.of(new WorkingTime(PRATER, HORIZON)),
                        mira.closed(),
                        mira.timeOff(),
                        MONDAY),
                2);

        assertThat(availability.assess(wish(at(10, 0)))).isInstanceOf(Verdict.Fits.class);
        assertRefused(availability.assess(wish(at(10, 0).plus(Duration.ofDays(1)))), Rule.THERAPIST_ACTIVE);
    }

    @Test
    void theTherapistHasTheSkill() {
        learnMira(TherapistState.ACTIVE, Set.of("shiatsu"), null);

        assertRefused(availability.assess(wish(at(10, 0))), Rule.THERAPIST_SKILLED);
    }

    @Test
    void theLicenceCoversTheWholeLocalDay() {
        learnMira(TherapistState.ACTIVE, Set.of("swedish"), MONDAY);
        assertThat(availability.assess(wish(at(16, 45)))).isInstanceOf(Verdict.Fits.class);

        availability.learn(
                therapist(MIRA, TherapistState.ACTIVE, Set.of("swedish"), MONDAY.minusDays(1), List.of()), 3);
        assertRefused(availability.assess(wish(at(10, 0))), Rule.THERAPIST_LICENSED);
    }

    @Test
    void buffersLieInsideTheShift() {
        TreatmentSnapshot anyTime = treatment(5, 10, 5, 0);

        assertRefused(wishes.assess(anyTime, at(9, 0), NOW, Set.of()), Rule.THERAPIST_AT_WORK);
        assertThat(wishes.assess(anyTime, at(9, 5), NOW, Set.of())).isInstanceOf(Verdict.Fits.class);
        assertThat(wishes.assess(anyTime, at(16, 50), NOW, Set.of())).isInstanceOf(Verdict.Fits.class);
        assertRefused(wishes.assess(anyTime, at(16, 55), NOW, Set.of()), Rule.THERAPIST_AT_WORK);
    }

    @Test
    void whoIsAwayIsNotToldToHaveNoShift() {
        availability.learn(Clinic.miraAwayUntil(at(13, 0)), 2);

        assertRefused(availability.assess(wish(at(10, 0))), Rule.THERAPIST_NOT_AWAY);
        assertRefused(availability.assess(wish(at(13, 0))), Rule.THERAPIST_NOT_AWAY);
        assertRefused(availability.assess(wish(at(17, 0))), Rule.THERAPIST_AT_WORK);
        assertThat(availability.assess(wish(at(13, 15)))).isInstanceOf(Verdict.Fits.class);
    }

    @Test
    void whoWorksElsewhereIsNotAtWorkHere() {
        LocationId graz = new LocationId(new UUID(0, 8));
        availability.learn(
                therapist(MIRA, TherapistState.ACTIVE, Set.of("swedish"), null, List.of(new WorkingTime(graz, DAY))),
                2);

        assertRefused(availability.assess(wish(at(10, 0))), Rule.THERAPIST_AT_WORK);
    }

    @Test
    void betweenTwoSessionsTheBuffersAddUp() {
        availability.learn(taking(VISIT, 1, claim(MIRA, at(12, 55), at(14, 10))));

        assertRefused(availability.assess(wish(at(12, 0))), Rule.THERAPIST_FREE);
        assertThat(availability.assess(wish(at(11, 45)))).isInstanceOf(Verdict.Fits.class);
        assertThat(availability.assess(wish(at(14, 15)))).isInstanceOf(Verdict.Fits.class);
    }

    @Test
    void aRoomIsMadeReadyBeforeTheNextSession() {
        availability.learn(taking(VISIT, 1, claim(TABLE, at(12, 0), at(13, 10))));

        assertRefused(availability.assess(wish(at(11, 0))), Rule.ROOM_FREE);
        assertThat(availability.assess(wish(at(10, 45)))).isInstanceOf(Verdict.Fits.class);
        assertThat(availability.assess(wish(at(13, 15)))).isInstanceOf(Verdict.Fits.class);
    }

    @Test
    void aRoomForTwoTakesTwoUnlessItIsOutOfUse() {
        availability.learn(prater(List.of(linden(2, List.of()))), 2);
        availability.learn(taking(VISIT, 1, claim(TABLE, at(9, 0), at(18, 0))));
        assertThat(availability.assess(wish(at(10, 0)))).isEqualTo(wishes.fits(new RoomPlace(LINDEN, 1)));

        availability.learn(prater(List.of(linden(2, List.of(new TimeRange(at(11, 0), at(12, 0)))))), 3);
        assertRefused(availability.assess(wish(at(10, 0))), Rule.ROOM_IN_USE);
        assertThat(availability.assess(wish(at(12, 0)))).isEqualTo(wishes.fits(new RoomPlace(LINDEN, 1)));
    }

    @Test
    void whileOneRoomIsInUseItIsTakenThatStandsInTheWay() {
        RoomSnapshot eiche = new RoomSnapshot(new RoomId(new UUID(0, 9)), "Eiche", Set.of("table"), 1, 10, List.of());
        availability.learn(prater(List.of(linden(1, List.of(DAY)), eiche)), 2);
        availability.learn(taking(VISIT, 1, claim(new RoomPlace(eiche.id(), 0), at(9, 0), at(18, 0))));

        assertRefused(availability.assess(wish(at(10, 0))), Rule.ROOM_FREE);
    }

    @Test
    void itsOwnClaimsAreNotInTheWayOfAMove() {
        availability.learn(taking(
                VISIT,
                1,
                claim(MIRA, at(9, 55), at(11, 10)),
                claim(TABLE, at(10, 0), at(11, 10)),
                claim(ANNA, at(10, 0), at(11, 0))));
        BookingWish wish = wish(at(10, 30));

        assertRefused(availability.assess(wish), Rule.CLIENT_FREE);
        assertThat(availability.assess(new BookingWish(
                        wish.treatment(), 60, PRATER, wish.start(), MIRA, ANNA, VISIT, Set.of(), false, NOW)))
                .isEqualTo(wishes.fits(TABLE));
    }

    @Test
    void withoutAWishForATherapistTheRefusalIsThatOfWhoCameClosest() {
        learnMira(TherapistState.ACTIVE, Set.of("shiatsu"), null);
        availability.learn(
                therapist(JONAS, TherapistState.ACTIVE, Set.of("swedish"), null, List.of(new WorkingTime(PRATER, DAY))),
                1);
        assertThat(wishes.assess(PRATER, null)).isInstanceOf(Verdict.Fits.class);

        availability.learn(taking(VISIT, 1, claim(JONAS, at(9, 0), at(18, 0))));
        assertRefused(wishes.assess(PRATER, null), Rule.THERAPIST_FREE);
    }

    private void learnMira(TherapistState state, Set<String> skills, @Nullable LocalDate licensedUntil) {
        availability.learn(therapist(MIRA, state, skills, licensedUntil, List.of(new WorkingTime(PRATER, DAY))), 2);
    }
}
