package dev.unknot.benchmarks.search;

import static java.util.stream.Collectors.groupingBy;

import dev.unknot.booking.availability.SlotQuery;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.time.Grid;
import dev.unknot.common.time.TimeRange;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What a search has to find, counted cell by cell from the facts, with nothing of the engine but the question. */
final class CellCount {

    private static final int SESSION = ChangingWorld.MINUTES / Grid.MINUTES;

    /** Room at both ends for buffers. */
    private static final int MARGIN = 12;

    private final SlotQuery query;
    private final Clinic clinic;
    private final long first;
    private final boolean[] open;
    private final boolean[][] atWork;
    private final boolean[][] roomFree;

    private CellCount(SlotQuery query, Clinic clinic, List<LocalDate> days, List<Visit> booked) {
        this.query = query;
        this.clinic = clinic;
        this.first = Grid.cell(query.from()) - MARGIN;
        int cells = Math.toIntExact(Grid.cell(query.to()) + MARGIN - first);
        this.open = new boolean[cells];
        this.atWork = new boolean[Clinic.THERAPISTS][cells];
        this.roomFree = new boolean[Clinic.ROOMS][cells];
        for (boolean[] room : roomFree) {
            Arrays.fill(room, true);
        }
        for (LocalDate day : days) {
            set(open, clinic.open(day), true);
            for (int therapist = 0; therapist < Clinic.THERAPISTS; therapist++) {
                set(atWork[therapist], clinic.shift(therapist, day), true);
            }
        }
        for (Visit visit : booked) {
            set(atWork[visit.therapist()], visit.therapistTaken(), false);
            set(roomFree[visit.room()], visit.roomTaken(), false);
        }
    }

    /** Ascending by start, location and therapist, at most as many as asked for. */
    static List<Offered> offered(ChangingWorld world, SlotQuery query) {
        Map<LocationId, List<Visit>> booked = world.booked().stream()
                .collect(groupingBy(visit -> visit.clinic().id()));
        return world.chain().clinics().stream()
                .flatMap(clinic -> new CellCount(
                                query, clinic, world.chain().days(), booked.getOrDefault(clinic.id(), List.of()))
                        .offered().stream())
                .sorted()
                .limit(query.limit())
                .toList();
    }

    private List<Offered> offered() {
        int before = query.treatment().beforeMinutes() / Grid.MINUTES;
        int after = query.treatment().afterMinutes() / Grid.MINUTES;
        int turnover = Math.toIntExact(Clinic.TURNOVER.dividedBy(Grid.CELL));
        List<Offered> offered = new ArrayList<>();
        for (int start = MARGIN; start <= open.length - MARGIN - SESSION; start++) {
            Instant instant = Grid.instant(first + start);
            if (!fits(instant) || !all(open, start, start + SESSION) || !anyRoom(start, start + SESSION + turnover)) {
                continue;
            }
            List<Offered> here = new ArrayList<>();
            for (int therapist = 0; therapist < Clinic.THERAPISTS; therapist++) {
                if (all(atWork[therapist], start - before, start + SESSION + after)) {
                    here.add(new Offered(
                            instant, clinic.id(), clinic.therapists().get(therapist)));
                }
            }
            here.stream()
                    .sorted()
                    .limit(query.eachTherapist() ? here.size() : 1)
                    .forEach(offered::add);
        }
        return offered;
    }

    private boolean fits(Instant start) {
        ZonedDateTime local = start.atZone(clinic.zone());
        return (local.getHour() * 60 + local.getMinute()) % query.treatment().cadenceMinutes() == 0
                && !start.isBefore(query.now().plusSeconds(query.treatment().noticeMinutes() * 60L));
    }

    private boolean anyRoom(int from, int to) {
        for (boolean[] room : roomFree) {
            if (all(room, from, to)) {
                return true;
            }
        }
        return false;
    }

    private static boolean all(boolean[] cells, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!cells[i]) {
                return false;
            }
        }
        return true;
    }

    private void set(boolean[] cells, TimeRange range, boolean value) {
        long from = Math.max(0, Grid.cell(range.start()) - first);
        long to = Math.min(cells.length, Grid.cell(range.end()) - first);
        for (long i = from; i < to; i++) {
            cells[(int) i] = value;
        }
    }
}
