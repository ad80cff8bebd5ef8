package dev.unknot.frontdesk.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.common.location.WeeklyHours;
import dev.unknot.common.time.TimeRange;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpeningTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDate SUNDAY = LocalDate.of(2026, 11, 29);

    private static final List<WeeklyHours> WEEK = List.of(
            new WeeklyHours(DayOfWeek.MONDAY, LocalTime.of(9, 0), LocalTime.of(18, 0)),
            new WeeklyHours(DayOfWeek.TUESDAY, LocalTime.of(10, 0), LocalTime.of(18, 0)),
            new WeeklyHours(DayOfWeek.FRIDAY, LocalTime.of(20, 0), LocalTime.of(2, 0)));

    @Test
    void aDayWithoutHoursIsClosedAndTheNextOneWithThemOpens() {
        Opening opening = new Opening(BERLIN, WEEK, List.of());

        assertThat(opening.closedOn(SUNDAY)).isTrue();
        assertThat(opening.next(SUNDAY)).contains(Instant.parse("2026-11-30T08:00:00Z"));
        assertThat(opening.closedOn(SUNDAY.plusDays(1))).isFalse();
        assertThat(opening.closedOn(SUNDAY.plusDays(5))).isFalse();
    }

    @Test
    void aClosureTakesADayAndTheOpeningBehindIt() {
        Instant monday = Instant.parse("2026-11-29T23:00:00Z");
        Opening opening = new Opening(BERLIN, WEEK, List.of(TimeRange.of(monday, Duration.ofHours(36))));

        assertThat(opening.closedOn(SUNDAY.plusDays(1))).isTrue();
        // Until noon on Tuesday.
        assertThat(opening.next(SUNDAY)).contains(Instant.parse("2026-12-01T11:00:00Z"));
    }

    @Test
    void nobodySaysThatALocationWithoutHoursIsClosed() {
        assertThat(new Opening(BERLIN, List.of(), List.of()).closedOn(SUNDAY)).isFalse();
    }

    @Test
    void aLocationThatStaysClosedOpensNever() {
        Opening opening = new Opening(
                BERLIN, WEEK, List.of(TimeRange.of(Instant.parse("2026-11-01T00:00:00Z"), Duration.ofDays(200))));

        assertThat(opening.next(SUNDAY)).isEmpty();
    }
}
