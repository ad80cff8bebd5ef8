package dev.unknot.booking.availability;

import static dev.unknot.booking.availability.Clinic.DAY;
import static dev.unknot.booking.availability.Clinic.MIRA;
import static dev.unknot.booking.availability.Clinic.NOW;
import static dev.unknot.booking.availability.Clinic.PRATER;
import static dev.unknot.booking.availability.Clinic.ZONE;
import static dev.unknot.booking.availability.Clinic.at;
import static dev.unknot.booking.availability.Clinic.linden;
import static dev.unknot.booking.availability.Clinic.swedish;
import static dev.unknot.booking.availability.Clinic.therapist;
import static dev.unknot.booking.availability.Clinic.treatment;
import static dev.unknot.booking.availability.Clinic.wish;
import static dev.unknot.booking.availability.Wishes.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.common.therapist.Gender;
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
import org.junit.jupiter.api.Test;

class TimeRulesTest {

    private final Availability availability = Clinic.opened();
    private final Wishes wishes = new Wishes(availability);

    @Test
    void aTreatmentIsBookedInALengthItIsOfferedIn() {
        assertThat(wishes.assess(swedish(), 90, at(10, 0))).isInstanceOf(Verdict.Fits.class);
        assertRefused(wishes.assess(swedish(), 75, at(10, 0)), Rule.MINUTES_OFFERED);
    }

    @Test
    void aSessionStartsOnTheGrid() {
        assertRefused(availability.assess(wish(at(10, 0).plusSeconds(60))), Rule.START_ON_GRID);
        assertRefused(availability.assess(wish(at(10, 0).plusNanos(1))), Rule.START_ON_GRID);
    }

    @Test
    void whatBeginsNowCanBeBookedAndWhatHasBegunCannot() {
        TreatmentSnapshot walkIn = treatment(0, 0, 5, 0);

        assertThat(wishes.assess(walkIn, at(10, 0), at(10, 0), Set.of())).isInstanceOf(Verdict.Fits.class);
        assertRefused(wishes.assess(walkIn, at(10, 0), at(10, 0).plusMillis(1), Set.of()), Rule.START_IN_FUTURE);
    }

    @Test
    void staffMayWaiveTheNoticeButNotThePast() {
        assertThat(wishes.assess(swedish(), at(11, 0), at(9, 0), Set.of())).isInstanceOf(Verdict.Fits.class);
        assertRefused(wishes.assess(swedish(), at(11, 0), at(9, 1), Set.of()), Rule.NOTICE_KEPT);
        assertThat(wishes.assess(swedish(), at(11, 0), at(10, 59), Set.of("notice-too-short")))
                .isInstanceOf(Verdict.Fits.class);
        assertRefused(
                wishes.assess(swedish(), at(11, 0), at(11, 1), Set.of("notice-too-short", "start-in-past")),
                Rule.START_IN_FUTURE);
    }

    @Test
    void beyondTheHorizonNobodysHoursAreKnownEvenIfTheRuleIsWaived() {
        Instant late = Clinic.HORIZON.end();

        assertRefused(wishes.assess(swedish(), late, NOW, Set.of()), Rule.WITHIN_HORIZON);
        assertRefused(wishes.assess(swedish(), late, NOW, Set.of("beyond-horizon")), Rule.WITHIN_HORIZON);
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

        assertThat(wishes.assess(everyFiftyMinutes, at(10, 0), NOW, Set.of())).isInstanceOf(Verdict.Fits.class);
        assertThat(wishes.assess(everyFiftyMinutes, at(10, 50), NOW, Set.of())).isInstanceOf(Verdict.Fits.class);
        assertRefused(wishes.assess(everyFiftyMinutes, at(11, 0), NOW, Set.of()), Rule.ON_CADENCE);
        assertThat(wishes.assess(everyFiftyMinutes, at(11, 0), NOW, Set.of("off-cadence")))
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
    void aClosureIsNotTakenForTheWeeksHours() {
        availability.learn(Clinic.closedUntil(at(13, 0)), 2);

        assertRefused(availability.assess(wish(at(10, 0))), Rule.LOCATION_NOT_CLOSED);
        assertRefused(availability.assess(wish(at(12, 15))), Rule.LOCATION_NOT_CLOSED);
        assertRefused(availability.assess(wish(at(17, 15))), Rule.LOCATION_OPEN);
        assertThat(availability.assess(wish(at(13, 0)))).isInstanceOf(Verdict.Fits.class);
    }

    @Test
    void turnoverMayPassClosingTime() {
        TreatmentSnapshot noRest = treatment(0, 0, 5, 0);

        assertThat(wishes.assess(noRest, at(17, 0), NOW, Set.of())).isInstanceOf(Verdict.Fits.class);
    }

    @Test
    void onlyTheRulesCalledSoftMayBeWaived() {
        assertThat(List.of(Rule.values()).stream().filter(Rule::soft).map(Rule::code))
                .containsExactly(
                        "notice-too-short",
                        "too-far-ahead",
                        "off-cadence",
                        "approval-needed",
                        "client-day-limit",
                        "client-week-limit",
                        "client-travel",
                        "therapist-day-limit",
                        "therapist-travel");
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

        assertThat(wishes.assess(daily, firstHalfPastTwo, NOW, Set.of())).isInstanceOf(Verdict.Fits.class);
        assertThat(wishes.assess(daily, firstHalfPastTwo.plus(Duration.ofHours(1)), NOW, Set.of()))
                .isInstanceOf(Verdict.Fits.class);
        assertRefused(wishes.assess(daily, firstHalfPastTwo.plus(Duration.ofHours(2)), NOW, Set.of()), Rule.ON_CADENCE);
    }
}
