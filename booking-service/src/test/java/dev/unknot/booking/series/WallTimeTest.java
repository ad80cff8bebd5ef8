package dev.unknot.booking.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unknot.platform.problem.Rejection;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class WallTimeTest {

    private static final ZoneId VIENNA = ZoneId.of("Europe/Vienna");

    @Test
    void itStaysOnTheWallWhenTheClockIsSet() {
        assertThat(on("2027-03-27", "10:00").in(VIENNA)).isEqualTo(Instant.parse("2027-03-27T09:00:00Z"));
        assertThat(on("2027-03-28", "10:00").in(VIENNA)).isEqualTo(Instant.parse("2027-03-28T08:00:00Z"));
        assertThat(on("2027-10-31", "10:00").in(VIENNA)).isEqualTo(Instant.parse("2027-10-31T09:00:00Z"));
    }

    @Test
    void anHourThatIsLeftOutIsRefusedUpToItsEnd() {
        assertThatThrownBy(() -> on("2027-03-28", "02:00").in(VIENNA)).isInstanceOf(Rejection.class);
        assertThatThrownBy(() -> on("2027-03-28", "02:55").in(VIENNA)).isInstanceOf(Rejection.class);
        assertThat(on("2027-03-28", "03:00").in(VIENNA)).isEqualTo(Instant.parse("2027-03-28T01:00:00Z"));
    }

    @Test
    void ofAnHourThatComesTwiceItIsTheFirst() {
        assertThat(on("2027-10-31", "02:30").in(VIENNA)).isEqualTo(Instant.parse("2027-10-31T00:30:00Z"));
        assertThat(on("2027-10-31", "03:00").in(VIENNA)).isEqualTo(Instant.parse("2027-10-31T02:00:00Z"));
    }

    @Test
    void aClockMayBeSetByHalfAnHour() {
        ZoneId lordHowe = ZoneId.of("Australia/Lord_Howe");

        assertThatThrownBy(() -> on("2027-10-03", "02:15").in(lordHowe)).isInstanceOf(Rejection.class);
        assertThat(on("2027-10-03", "02:30").in(lordHowe)).isEqualTo(Instant.parse("2027-10-02T15:30:00Z"));
    }

    private static WallTime on(String date, String time) {
        return new WallTime(LocalDate.parse(date), LocalTime.parse(time));
    }
}
