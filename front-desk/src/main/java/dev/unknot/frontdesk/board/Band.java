package dev.unknot.frontdesk.board;

import dev.unknot.common.therapist.WorkdayView;
import dev.unknot.common.time.TimeRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A stretch of a therapist's day behind the appointments: at work, at a break, or off. */
record Band(Kind kind, Place place, String label) {

    /** What a stretch is. */
    enum Kind {
        WORKING("At work"),
        BREAK("Break"),
        OFF("Time off");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        public String style() {
            return "band-" + name().toLowerCase(Locale.ROOT);
        }

        public String words() {
            return words;
        }
    }

    /** Working time in order, the breaks between, and times off over both. */
    static List<Band> of(WorkdayView workday, DayGrid grid) {
        List<Band> bands = new ArrayList<>();
        List<TimeRange> working = workday.working().stream().filter(grid::shows).toList();
        working.forEach(range -> bands.add(band(Kind.WORKING, range, grid)));
        for (int i = 1; i < working.size(); i++) {
            if (working.get(i - 1).end().isBefore(working.get(i).start())) {
                TimeRange gap =
                        new TimeRange(working.get(i - 1).end(), working.get(i).start());
                FreeTime.without(List.of(gap), workday.off())
                        .forEach(range -> bands.add(band(Kind.BREAK, range, grid)));
            }
        }
        workday.off().stream().filter(grid::shows).forEach(range -> bands.add(band(Kind.OFF, range, grid)));
        return bands;
    }

    private static Band band(Kind kind, TimeRange range, DayGrid grid) {
        return new Band(kind, grid.place(range), kind.words() + ", " + new WallTime(grid.zone()).span(range));
    }
}
