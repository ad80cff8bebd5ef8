package dev.unknot.therapist.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.common.time.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WallClockTest {

    private static final WallClock BERLIN = new WallClock(ZoneId.of("Europe/Berlin"));
    private static final LocalDate SPRING_FORWARD = LocalDate.of(2027, 3, 28);
    private static final LocalDate FALL_BACK = LocalDate.of(2027, 10, 31);

    @Test
    void anOrdinaryShiftIsWhatTheClockSays() {
        assertThat(on(BERLIN, LocalDate.of(2027, 1, 15), "09:00", "17:30"))
                .contains(range("2027-01-15T08:00:00Z", "2027-01-15T16:30:00Z"));
    }

    @Test
    void anEndNotAfterTheStartLiesOnTheNextDay() {
        assertThat(on(BERLIN, LocalDate.of(2027, 1, 15), "22:00", "06:00"))
                .contains(range("2027-01-15T21:00:00Z", "2027-01-16T05:00:00Z"));
    }

    @Test
    void fromMidnightToMidnightIsTheWholeDayHoweverLongItIs() {
        assertThat(on(BERLIN, SPRING_FORWARD, "00:00", "00:00").map(TimeRange::length))
                .contains(Duration.ofHours(23));
        assertThat(on(BERLIN, FALL_BACK, "00:00", "00:00").map(TimeRange::length))
                .contains(Duration.ofHours(25));
    }

    @Test
    void aStartThatTheClockSkipsMovesToTheEndOfTheGap() {
        assertThat(on(BERLIN, SPRING_FORWARD, "02:30", "06:00"))
                .contains(range("2027-03-28T01:00:00Z", "2027-03-28T04:00:00Z"));
    }

    @Test
    void anEndThatTheClockSkipsMovesToTheEndOfTheGap() {
        assertThat(on(BERLIN, SPRING_FORWARD.minusDays(1), "22:00", "02:30"))
                .contains(range("2027-03-27T21:00:00Z", "2027-03-28T01:00:00Z"));
    }

    @Test
    void aShiftWhollyInsideAGapVanishes() {
        assertThat(on(BERLIN, SPRING_FORWARD, "02:00", "03:00")).isEmpty();
        assertThat(on(BERLIN, SPRING_FORWARD, "02:15", "02:45")).isEmpty();
    }

    @Test
    void aRepeatedHourWorkedIsTwoHours() {
        assertThat(on(BERLIN, FALL_BACK, "02:00", "03:00"))
                .contains(range("2027-10-31T00:00:00Z", "2027-10-31T02:00:00Z"));
        assertThat(on(BERLIN, FALL_BACK, "01:00", "02:30"))
                .contains(range("2027-10-30T23:00:00Z", "2027-10-31T01:30:00Z"));
        assertThat(on(BERLIN, FALL_BACK, "02:30", "05:00"))
                .contains(range("2027-10-31T00:30:00Z", "2027-10-31T04:00:00Z"));
    }

    @Test
    void anEndWhereTheRepeatedHourBeginsLeavesBothOfThemFree() {
        assertThat(on(BERLIN, FALL_BACK.minusDays(1), "20:00", "02:00"))
                .contains(range("2027-10-30T18:00:00Z", "2027-10-31T00:00:00Z"));
    }

    @Test
    void halfAnHourIsRepeatedOnLordHowe() {
        WallClock lordHowe = new WallClock(ZoneId.of("Australia/Lord_Howe"));

        assertThat(on(lordHowe, LocalDate.of(2027, 4, 4), "01:00", "03:00").map(TimeRange::length))
                .contains(Duration.ofMinutes(150));
        assertThat(on(lordHowe, LocalDate.of(2027, 10, 3), "01:00", "03:00").map(TimeRange::length))
                .contains(Duration.ofMinutes(90));
    }

    @Test
    void aDayThatNeverWasHasNoShift() {
        WallClock samoa = new WallClock(ZoneId.of("Pacific/Apia"));

        assertThat(on(samoa, LocalDate.of(2011, 12, 30), "09:00", "17:00")).isEmpty();
    }

    private static Optional<TimeRange> on(WallClock clock, LocalDate day, String start, String end) {
        return clock.on(day, LocalTime.parse(start), LocalTime.parse(end));
    }

    private static TimeRange range(String start, String end) {
        return new TimeRange(Instant.parse(start), Instant.parse(end));
    }
}
