package dev.unknot.therapist.location;

import dev.unknot.common.location.WeeklyHours;
import dev.unknot.common.time.Grid;
import dev.unknot.platform.problem.Rejection;
import java.time.ZoneId;
import java.util.BitSet;
import java.util.List;

/** What a location's clock and opening hours may be. */
final class OpeningRules {

    private static final int CELLS_OF_A_DAY = 24 * 60 / Grid.MINUTES;
    private static final int CELLS_OF_A_WEEK = 7 * CELLS_OF_A_DAY;

    private OpeningRules() {}

    /** A fixed offset is no zone: it would miss the changes of the clocks. */
    static void requireRegion(ZoneId zone) {
        if (!ZoneId.getAvailableZoneIds().contains(zone.getId())) {
            throw Rejection.invalid(
                    "unknown-zone",
                    "A zone is an IANA name such as Europe/Berlin, but was " + zone.getId() + ".",
                    "zone");
        }
    }

    static void require(List<WeeklyHours> week) {
        for (int i = 0; i < week.size(); i++) {
            WeeklyHours hours = week.get(i);
            if (!Grid.fits(hours.start()) || !Grid.fits(hours.end())) {
                throw Rejection.invalid(
                        "opening-hours-off-grid",
                        "Opening hours start and end on full five minutes, but were " + words(hours) + ".",
                        "openingHours[" + i + "]");
            }
        }
        requireDisjoint(week);
    }

    private static void requireDisjoint(List<WeeklyHours> week) {
        BitSet open = new BitSet(CELLS_OF_A_WEEK);
        for (int i = 0; i < week.size(); i++) {
            WeeklyHours hours = week.get(i);
            int start = cellOfDay(hours.start().toSecondOfDay());
            int length = Math.floorMod(cellOfDay(hours.end().toSecondOfDay()) - start - 1, CELLS_OF_A_DAY) + 1;
            int first = (hours.day().getValue() - 1) * CELLS_OF_A_DAY + start;
            for (int cell = first; cell < first + length; cell++) {
                if (open.get(cell % CELLS_OF_A_WEEK)) {
                    throw Rejection.invalid(
                            "opening-hours-overlap",
                            "The opening hours " + words(hours) + " overlap others.",
                            "openingHours[" + i + "]");
                }
                open.set(cell % CELLS_OF_A_WEEK);
            }
        }
    }

    private static int cellOfDay(int second) {
        return second / 60 / Grid.MINUTES;
    }

    private static String words(WeeklyHours hours) {
        return hours.day() + " " + hours.start() + "–" + hours.end();
    }
}
