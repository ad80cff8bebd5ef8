package dev.unknot.benchmarks.search;

import static java.util.Objects.requireNonNull;

import dev.unknot.common.time.Grid;
import dev.unknot.common.time.TimeRange;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The least a search of the same world can cost: for each therapist the words of fourteen days, working and not taken,
 * narrowed to the starts of a free run by shift-and-AND, and each start named. No rooms, no objects, no rules, one treatment.
 */
final class BitFloor {

    private static final int SEARCHED = Math.toIntExact(ChangingWorld.SEARCHED.dividedBy(Grid.CELL) / Long.SIZE);
    private static final int BEFORE = Math.toIntExact(Visit.BEFORE.dividedBy(Grid.CELL));
    private static final int RUN =
            ChangingWorld.MINUTES / Grid.MINUTES + BEFORE + Math.toIntExact(Visit.AFTER.dividedBy(Grid.CELL));
    private static final int EVERY = 3;

    private final ChangingWorld world;
    private final Map<Clinic, Integer> firstRow = new HashMap<>();
    private final long firstCell;
    private final long[][] working;
    private final long[][] taken;
    private final long[] onCadence;
    private final long[] runs = new long[SEARCHED + 1];
    private int from;

    BitFloor(ChangingWorld world) {
        this.world = world;
        List<Clinic> clinics = world.chain().clinics();
        TimeRange horizon = world.chain().horizon();
        int words = Math.toIntExact(horizon.length().dividedBy(Grid.CELL) / Long.SIZE);
        firstCell = Grid.cell(horizon.start());
        working = new long[clinics.size() * Clinic.THERAPISTS][words];
        taken = new long[working.length][words];
        onCadence = new long[words];
        for (int start = 0; start < words * Long.SIZE; start += EVERY) {
            // Of the run with its preparation, which ends where the session starts.
            int cell = Math.max(0, start - BEFORE);
            onCadence[cell / Long.SIZE] |= 1L << cell;
        }
        for (Clinic clinic : clinics) {
            int row = firstRow.size() * Clinic.THERAPISTS;
            firstRow.put(clinic, row);
            for (int therapist = 0; therapist < Clinic.THERAPISTS; therapist++) {
                for (LocalDate day : world.chain().days()) {
                    flip(working[row + therapist], clinic.shift(therapist, day));
                }
            }
        }
        world.booked().forEach(this::flip);
    }

    /** One visit changes, and the search begins elsewhere. */
    void change() {
        flip(world.change());
        from = Math.toIntExact((Grid.cell(world.query(1).from()) - firstCell) / Long.SIZE);
    }

    /** The sum of all starts of all therapists. */
    long search() {
        long sum = 0;
        for (int row = 0; row < working.length; row++) {
            sum += starts(working[row], taken[row]);
        }
        return sum;
    }

    private long starts(long[] atWork, long[] busy) {
        for (int i = 0; i < runs.length; i++) {
            runs[i] = atWork[from + i] & ~busy[from + i];
        }
        for (int found = 1; found < RUN; ) {
            int shift = Math.min(found, RUN - found);
            for (int i = 0; i < runs.length - 1; i++) {
                runs[i] &= runs[i] >>> shift | runs[i + 1] << (Long.SIZE - shift);
            }
            found += shift;
        }
        long sum = 0;
        for (int i = 0; i < SEARCHED; i++) {
            for (long rest = runs[i] & onCadence[from + i]; rest != 0; rest &= rest - 1) {
                sum += (long) i * Long.SIZE + Long.numberOfTrailingZeros(rest);
            }
        }
        return sum;
    }

    private void flip(Visit visit) {
        flip(taken[requireNonNull(firstRow.get(visit.clinic())) + visit.therapist()], visit.therapistTaken());
    }

    private void flip(long[] cells, TimeRange range) {
        long to = Grid.cell(range.end()) - firstCell;
        for (long cell = Grid.cell(range.start()) - firstCell; cell < to; cell++) {
            cells[(int) (cell / Long.SIZE)] ^= 1L << cell;
        }
    }
}
