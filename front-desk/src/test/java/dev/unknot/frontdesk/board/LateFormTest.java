package dev.unknot.frontdesk.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;

class LateFormTest {

    @Test
    void aTypedEndIsTheNextTimeTheClockShowsIt() {
        assertThat(end("2026-11-23T09:00:00Z", "11:20")).isEqualTo("2026-11-23T10:20:00Z");
    }

    @Test
    void pastMidnightItIsOnTheNextDay() {
        assertThat(end("2026-11-23T22:30:00Z", "00:15")).isEqualTo("2026-11-23T23:15:00Z");
    }

    @Test
    void inAnHourThatComesTwiceItIsTheOneAfterTheStart() {
        assertThat(end("2026-10-25T00:30:00Z", "02:45")).isEqualTo("2026-10-25T00:45:00Z");
        assertThat(end("2026-10-25T00:30:00Z", "02:15")).isEqualTo("2026-10-25T01:15:00Z");
    }

    private static String end(String start, String typed) {
        return LateForm.after(Instant.parse(start), LocalTime.parse(typed), Days.BERLIN)
                .toString();
    }
}
