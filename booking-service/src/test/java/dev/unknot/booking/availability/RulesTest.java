package dev.unknot.booking.availability;

import static dev.unknot.booking.availability.Clinic.ANNA;
import static dev.unknot.booking.availability.Clinic.DAY;
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
import static dev.unknot.booking.availability.Clinic.swedish;
import static dev.unknot.booking.availability.Clinic.therapist;
import static dev.unknot.booking.availability.Clinic.treatment;
import static dev.unknot.booking.availability.Clinic.wish;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.common.appointment.RoomPlace;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.location.RoomSnapshot;
import dev.unknot.common.therapist.Gender;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.common.therapist.TherapistSnapshot;
import dev.unknot.common.therapist.TherapistState;
import dev.unknot.common.therapist.WorkingTime;
import dev.unknot.common.time.TimeRange;
import dev.unknot.common.treatment.TreatmentSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RulesTest {

    private static final RoomPlace TABLE = new RoomPlace(LINDEN, 0);

    private final Availability availability = Clinic.opened();

    @Test
    void aTreatmentIsBookedInALengthItIsOfferedIn() {
        assertThat(assess(swedish(), 90, at(10, 0))).isInstanceOf(Verdict.Fits.class);
        assertRefused(assess(swedish(), 75, at(10, 0)), Rule.MINUTES_OFFERED);
    }

    @Test
    void aSessionStartsOnTheGrid() {
        assertRefused(availability.assess(wish(at(10, 0).plusSeconds(60))), Rule.START_ON_GRID);
        assertRefused(availability.assess(wish(at(10, 0).plusNanos(1))), Rule.START_ON_GRID);
    }

    @Test
    void anUnknownLocationOrTherapistIsNamed() {
        assertRefused(assess(new LocationId(new UUID(9, 9)), MIRA), Rule.LOCATION_KNOWN);
        assertRefused(assess(PRATER, JONAS), Rule.THERAPIST_KNOWN);
    }

    @Test
    void whatBeginsNowCanBeBookedAndWhatHasBegunCannot() {
        TreatmentSnapshot walkIn = treatment(0, 0, 5, 0);

        assertThat(assess(walkIn, at(10, 0), at(10, 0), Set.of())).isInstanceOf(Verdict.Fits.class);
        assertRefused(assess(walkIn, at(10, 0), at(10, 0).plusMillis(1), Set.of()), Rule.START_IN_FUTURE);
    }

    @Test
    void staffMayWaiveTheNoticeButNotThePast() {
        assertThat(assess(swedish(), at(11, 0), at(9, 0), Set.of())).isInstanceOf(Verdict.Fits.class);
        assertRefused(assess(swedish(), at(11, 0), at(9, 1), Set.of()), Rule.NOTICE_KEPT);
        assertThat(assess(swedish(), at(11, 0), at(10, 59), Set.of("notice-too-short")))
                .isInstanceOf(Verdict.Fits.class);
        assertRefused(
                assess(swedish(), at(11, 0), at(11, 1), Set.of("notice-too-short", "start-in-past")),
                Rule.START_IN_FUTURE);
    }

    @Test
    void beyondTheHorizonNobodysHoursAreKnownEvenIfTheRuleIsWaived() {
        Instant late = Clinic.HORIZON.end();

        assertRefused(assess(swedish(), late, NOW, Set.of()), Rule.WITHIN_HORIZON);
        assertRefused(assess(swedish(), late, NOW, Set.of("beyond-horizon")), Rule.LOCATION_OPEN);
    }

    @Test
    void aSessionMayEndWithTheHorizon() {
        TimeRange shortHorizon = new TimeRange(at(0, 0), at(17, 0));
        availability.learn(Clinic.location(PRATER, ZONE, shortHorizon, List.of(DAY), List.of(linden(1, List.of()))), 2);

        assertThat(availability.assess(wish(at(16, 0)))).isInstanceOf(Verdict.Fits.class);
        assertRefused(availability.assess(wish(at(16, 15))), Rule.WITHIN_HORIZON);
        assertThat(availability.search(Clinic.monday()).getLast().session().end())
                .isEqualTo(at(17, 0));
    }

    @Test
    void theCadenceCountsFromLocalMidnight() {
        TreatmentSnapshot everyFiftyMinutes = treatment(0, 0, 50, 0);

        assertThat(assess(everyFiftyMinutes, at(10, 0), NOW, Set.of())).isInstanceOf(Verdict.Fits.class);
        assertThat(assess(everyFiftyMinutes, at(10, 50), NOW, Set.of())).isInstanceOf(Verdict.Fits.class);
        assertRefused(assess(everyFiftyMinutes, at(11, 0), NOW, Set.of()), Rule.ON_CADENCE);
        assertThat(assess(everyFiftyMinutes, at(11, 0), NOW, Set.of("off-cadence")))
                .isInstanceOf(Verdict.Fits.class);
    }

    @Test
    void aSessionIsOverWhenTheLocationCloses() {
        availability.learn(
                therapist(
                        MIRA,
                        TherapistState.ACTIVE,
                        Set.of("swedish"),
                        null,
                        List.of(new WorkingTime(PRATER, new TimeRange(at(6, 0), at(22, 0))))),
                2);

        assertThat(availability.assess(wish(at(17, 0)))).isInstanceOf(Verdict.Fits.class);
        assertRefused(availability.assess(wish(at(17, 15))), Rule.LOCATION_OPEN);
    }

    @Test
    void aClientHasOneSessionAtATimeAndNoBuffers() {
        availability.learn(VISIT, 1, List.of(claim(ANNA, at(11, 0), at(12, 0))));

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

        assertRefused(assess(anyTime, at(9, 0), NOW, Set.of()), Rule.THERAPIST_AT_WORK);
        assertThat(assess(anyTime, at(9, 5), NOW, Set.of())).isInstanceOf(Verdict.Fits.class);
        assertThat(assess(anyTime, at(16, 50), NOW, Set.of())).isInstanceOf(Verdict.Fits.class);
        assertRefused(assess(anyTime, at(16, 55), NOW, Set.of()), Rule.THERAPIST_AT_WORK);
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
        availability.learn(VISIT, 1, List.of(claim(MIRA, at(12, 55), at(14, 10))));

        assertRefused(availability.assess(wish(at(12, 0))), Rule.THERAPIST_FREE);
        assertThat(availability.assess(wish(at(11, 45)))).isInstanceOf(Verdict.Fits.class);
        assertThat(availability.assess(wish(at(14, 15)))).isInstanceOf(Verdict.Fits.class);
    }

    @Test
    void aRoomIsMadeReadyBeforeTheNextSession() {
        availability.learn(VISIT, 1, List.of(claim(TABLE, at(12, 0), at(13, 10))));

        assertRefused(availability.assess(wish(at(11, 0))), Rule.ROOM_FREE);
        assertThat(availability.assess(wish(at(10, 45)))).isInstanceOf(Verdict.Fits.class);
        assertThat(availability.assess(wish(at(13, 15)))).isInstanceOf(Verdict.Fits.class);
    }

    @Test
    void turnoverMayPassClosingTime() {
        TreatmentSnapshot noRest = treatment(0, 0, 5, 0);

        assertThat(assess(noRest, at(17, 0), NOW, Set.of())).isInstanceOf(Verdict.Fits.class);
    }

    @Test
    void aRoomForTwoTakesTwoUnlessItIsOutOfOrder() {
        availability.learn(prater(List.of(linden(2, List.of()))), 2);
        availability.learn(VISIT, 1, List.of(claim(TABLE, at(9, 0), at(18, 0))));
        assertThat(availability.assess(wish(at(10, 0)))).isEqualTo(fits(new RoomPlace(LINDEN, 1)));

        availability.learn(prater(List.of(linden(2, List.of(new TimeRange(at(11, 0), at(12, 0)))))), 3);
        assertRefused(availability.assess(wish(at(10, 0))), Rule.ROOM_FREE);
    }

    @Test
    void itsOwnClaimsAreNotInTheWayOfAMove() {
        availability.learn(
                VISIT,
                1,
                List.of(
                        claim(MIRA, at(9, 55), at(11, 10)),
                        claim(TABLE, at(10, 0), at(11, 10)),
                        claim(ANNA, at(10, 0), at(11, 0))));
        BookingWish wish = wish(at(10, 30));

        assertRefused(availability.assess(wish), Rule.CLIENT_FREE);
        assertThat(availability.assess(new BookingWish(
                        wish.treatment(), 60, PRATER, wish.start(), MIRA, ANNA, VISIT, Set.of(), false, NOW)))
                .isEqualTo(fits(TABLE));
    }

    @Test
    void withoutAWishForATherapistTheRefusalIsThatOfWhoCameClosest() {
        learnMira(TherapistState.ACTIVE, Set.of("shiatsu"), null);
        availability.learn(
                therapist(JONAS, TherapistState.ACTIVE, Set.of("swedish"), null, List.of(new WorkingTime(PRATER, DAY))),
                1);
        assertThat(assess(PRATER, null)).isInstanceOf(Verdict.Fits.class);

        availability.learn(VISIT, 1, List.of(claim(JONAS, at(9, 0), at(18, 0))));
        assertRefused(assess(PRATER, null), Rule.THERAPIST_FREE);
    }

    @Test
    void onlyTheRulesCalledSoftMayBeWaived() {
        assertThat(List.of(Rule.values()).stream().filter(Rule::soft).map(Rule::code))
                .containsExactly("notice-too-short", "beyond-horizon", "off-cadence");
        assertThat(Rule.ofCode("slot-taken")).get().matches(rule -> !rule.soft());
        assertThat(Rule.ofCode("no-such-rule")).isEmpty();
    }

    @Test
    void inAnHourThatTheClockRepeatsBothOccurrencesAreStarts() {
        Instant firstHalfPastTwo = LocalDate.of(2027, 10, 31)
                .atTime(2, 30)
                .atZone(ZONE)
                .withEarlierOffsetAtOverlap()
                .toInstant();
        TimeRange night = TimeRange.of(firstHalfPastTwo.minus(Duration.ofHours(3)), Duration.ofHours(8));
        availability.learn(Clinic.location(PRATER, ZONE, night, List.of(night), List.of(linden(1, List.of()))), 2);
        availability.learn(
                new TherapistSnapshot(
                        MIRA,
                        "Mira",
                        Gender.FEMALE,
                        Set.of("swedish"),
                        null,
                        TherapistState.ACTIVE,
                        night,
                        List.of(new WorkingTime(PRATER, night))),
                2);
        TreatmentSnapshot daily = treatment(0, 0, 150, 0);

        assertThat(assess(daily, firstHalfPastTwo, NOW, Set.of())).isInstanceOf(Verdict.Fits.class);
        assertThat(assess(daily, firstHalfPastTwo.plus(Duration.ofHours(1)), NOW, Set.of()))
                .isInstanceOf(Verdict.Fits.class);
        assertRefused(assess(daily, firstHalfPastTwo.plus(Duration.ofHours(2)), NOW, Set.of()), Rule.ON_CADENCE);
    }

    private void learnMira(TherapistState state, Set<String> skills, @Nullable LocalDate licensedUntil) {
        availability.learn(therapist(MIRA, state, skills, licensedUntil, List.of(new WorkingTime(PRATER, DAY))), 2);
    }

    private Verdict assess(TreatmentSnapshot treatment, int minutes, Instant start) {
        return availability.assess(
                new BookingWish(treatment, minutes, PRATER, start, MIRA, ANNA, null, Set.of(), false, NOW));
    }

    private Verdict assess(TreatmentSnapshot treatment, Instant start, Instant now, Set<String> waived) {
        return availability.assess(new BookingWish(treatment, 60, PRATER, start, MIRA, ANNA, null, waived, false, now));
    }

    private Verdict assess(LocationId location, @Nullable TherapistId therapist) {
        return availability.assess(
                new BookingWish(swedish(), 60, location, at(10, 0), therapist, null, null, Set.of(), false, NOW));
    }

    private static Verdict fits(RoomPlace place) {
        return new Verdict.Fits(List.of(new Assignment(MIRA, place, ZONE)));
    }

    private static void assertRefused(Verdict verdict, Rule rule) {
        assertThat(verdict).isEqualTo(Verdict.Refused.by(rule));
    }
}
