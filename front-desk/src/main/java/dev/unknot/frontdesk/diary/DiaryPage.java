package dev.unknot.frontdesk.diary;

import dev.unknot.frontdesk.board.WallTime;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * A therapist's day in words.
 *
 * @param zones names of the clocks the times are on; more than one when they work in several
 * @param places names of where they work that day
 */
public record DiaryPage(
        LocalDate date, LocalDate today, List<DiaryLine> lines, List<String> zones, List<String> places) {

    public DiaryPage {
        lines = List.copyOf(lines);
    }

    public String title() {
        return new WallTime(ZoneOffset.UTC).day(date);
    }
}
