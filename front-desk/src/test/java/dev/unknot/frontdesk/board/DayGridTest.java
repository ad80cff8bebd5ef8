package dev.unknot.frontdesk.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.common.time.TimeRange;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class DayGridTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDate SPRING = LocalDate.of(2026, 3, 29);
    private static final LocalDate AUTUMN = LocalDate.of(2026, 10, 25);

    @Test
    void aSheetReachesFromTheFirstToTheLastFullHour() {
        DayGrid grid = grid("2026-11-23T08:35", "2026-11-23T17:05");

        assertThat(labels(grid)).startsWith("08:00", "09:00").endsWith("17:00");
        assertThat(grid.rows()).isEqualTo(10 * 12);
    }

    @Test
    void aQuietDayShowsOfficeHours() {
        DayGrid grid = DayGrid.around(BERLIN, SPRING, List.of());

        assertThat(labels(grid)).startsWith("09:00").endsWith("16:00");
    }

    @Test
    void aDayOf23HoursLacksTheHourThatDoesNotExist() {
        DayGrid grid = DayGrid.around(BERLIN, SPRING, List.of(DayGrid.day(BERLIN, SPRING)));

        assertThat(grid.rows()).isEqualTo(23 * 12);
        assertThat(labels(grid))
                .startsWith("00:00", "01:00", "03:00")
                .endsWith("23:00")
                .hasSize(23);
    }

    @Test
    void aDayOf25HoursNamesTheHourThatComesTwiceByItsOffset() {
        DayGrid grid = DayGrid.around(BERLIN, AUTUMN, List.of(DayGrid.day(BERLIN, AUTUMN)));

        assertThat(grid.rows()).isEqualTo(DayGrid.MOST_ROWS);
        assertThat(labels(grid))
                .startsWith("00:00", "01:00", "02:00 CEST", "02:00 CET", "03:00")
                .hasSize(25);
    }

    @Test
    void afterTheChangeRowsAreStillFiveRealMinutes() {
        DayGrid grid = DayGrid.around(BERLIN, SPRING, List.of(DayGrid.day(BERLIN, SPRING)));

        assertThat(grid.place(range("2026-03-29T10:00", "2026-03-29T11:00"))).isEqualTo(new Place(9 * 12 + 1, 12));
    }

    @Test
    void halfHourZonesHaveTheirOwnFullHours() {
        ZoneId adelaide = ZoneId.of("Australia/Adelaide");
        Instant start = LocalDateTime.parse("2026-11-23T09:20").atZone(adelaide).toInstant();

        DayGrid grid = DayGrid.around(
                adelaide, LocalDate.of(2026, 11, 23), List.of(new TimeRange(start, start.plusSeconds(3_600))));

        assertThat(labels(grid)).containsExactly("09:00", "10:00");
        assertThat(grid.row(start)).isEqualTo(5);
    }

    @Test
    void whatReachesOverTheEdgeIsCutOffThere() {
        DayGrid grid = grid("2026-11-23T22:00", "2026-11-24T01:00");

        assertThat(grid.rows()).isEqualTo(24);
        assertThat(grid.place(range("2026-11-23T23:00", "2026-11-24T01:00"))).isEqualTo(new Place(13, 12));
    }

    @Test
    void whatIsOffTheGridStillCoversTheRowsItTouches() {
        DayGrid grid = grid("2026-11-23T08:00", "2026-11-23T10:00");
        TimeRange odd = new TimeRange(at("2026-11-23T08:02"), at("2026-11-23T08:11"));

        assertThat(grid.place(odd)).isEqualTo(new Place(1, 3));
    }

    private static DayGrid grid(String start, String end) {
        return DayGrid.around(BERLIN, LocalDateTime.parse(start).toLocalDate(), List.of(range(start, end)));
    }

    private static List<String> labels(DayGrid grid) {
        return grid.hours().stream().map(HourMark::label).toList();
    }

    private static TimeRange range(String start, String end) {
        return new TimeRange(at(start), at(end));
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(BERLIN).toInstant();
    }
}
