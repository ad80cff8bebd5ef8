package dev.unknot.benchmarks.search;

import dev.unknot.common.time.Grid;
import java.util.Random;

/**
 * The least a search can cost: for each therapist the words of fourteen days, working and not taken, narrowed to the
 * starts of a free run by shift-and-AND, and counted. No rooms, no objects, one zone, one treatment.
 */
final class BitFloor {

    private static final int CELLS_A_DAY = 288;
    private static final int WORDS = Math.toIntExact(Chain.HORIZON.dividedBy(Grid.CELL) / Long.SIZE);
    private static final int SEARCHED = 14 * CELLS_A_DAY / Long.SIZE;
    private static final int RUN = ChangingWorld.MINUTES / Grid.MINUTES + 3;
    private static final int EVERY = 3;

    private final Random random = new Random(4);
    private final long[][] working;
    private final long[][] taken;
    private final long[] onCadence = new long[WORDS];
    private final long[] free = new long[SEARCHED + 1];
    private int from;

    BitFloor(int therapists) {
        working = new long[therapists][WORDS];
        taken = new long[therapists][WORDS];
        for (int cell = 0; cell < WORDS * Long.SIZE; cell += EVERY) {
            onCadence[cell / Long.SIZE] |= 1L << cell;
        }
        for (int therapist = 0; therapist < therapists; therapist++) {
            for (int day = 0; day < WORDS * Long.SIZE / CELLS_A_DAY; day++) {
                int shift = day * CELLS_A_DAY + (therapist % 2 == 0 ? 96 : 132);
                flip(working[therapist], shift, 108);
                for (int visit = 0; visit < DayPlan.VISITS_EACH; visit++) {
                    flip(taken[therapist], shift + 21 * visit + random.nextInt(7), RUN);
                }
            }
        }
    }

    /** One visit changes, and the search begins at another word. */
    void change() {
        long[] one = taken[random.nextInt(taken.length)];
        flip(one, random.nextInt(WORDS * Long.SIZE - RUN), RUN);
        from = random.nextInt(WORDS - SEARCHED);
    }

    /** How many starts there are, over all therapists. */
    long search() {
        long starts = 0;
        for (int therapist = 0; therapist < working.length; therapist++) {
            starts += starts(working[therapist], taken[therapist]);
        }
        return starts;
    }

    private long starts(long[] atWork, long[] busy) {
        long[] runs = free;
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
        long starts = 0;
        for (int i = 0; i < SEARCHED; i++) {
            starts += Long.bitCount(runs[i] & onCadence[from + i]);
        }
        return starts;
    }

    private static void flip(long[] cells, int from, int length) {
        for (int cell = from; cell < from + length; cell++) {
            cells[cell / Long.SIZE] ^= 1L << cell;
        }
    }
}
