package dev.unknot.frontdesk.diary;

import dev.unknot.frontdesk.board.DaySheet;
import dev.unknot.frontdesk.board.WallTime;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * A therapist's day in words.
 *
 * @param lines the visits that stand, by start
 * @param cancelled those that did, by start
 * @param zones names of the clocks the times are on; more than one when they work in several
 * @param places names of where they work that day
 */
public record DiaryPage(
        LocalDate date,
        LocalDate today,
        List<DiaryLine> lines,
        List<DiaryLine> cancelled,
        List<String> zones,
        List<String> places) {

    public DiaryPage {
        lines = List.copyOf(lines);
        cancelled = List.copyOf(cancelled);
    }

    /** The day on paper. */
    public DaySheet sheet(String therapist) {
        return new DaySheet(
                String.join(", ", places),
                title() + (zones.isEmpty() ? "" : " · " + String.join(", ", zones)),
                List.of(new DaySheet.Part(
                        "",
                        therapist,
                        "",
                        lines.stream().map(DiaryLine::onPaper).toList())));
    }

    public String title() {
        return new WallTime(ZoneOffset.UTC).day(date);
    }
}
