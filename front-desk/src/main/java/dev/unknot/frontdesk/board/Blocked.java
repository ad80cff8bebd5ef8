package dev.unknot.frontdesk.board;

import dev.unknot.common.block.BlockId;
import dev.unknot.common.block.BlockView;
import dev.unknot.common.time.TimeRange;

/**
 * A stretch that was taken out of what can be booked.
 *
 * @param time on the wall clock
 * @param cause in words
 */
record Blocked(BlockId id, Place place, String time, String cause) {

    static Blocked of(BlockView block, DayGrid grid) {
        return new Blocked(block.id(), grid.place(during(block)), time(block, grid), words(block));
    }

    public String size() {
        return Block.sizeOf(place);
    }

    static TimeRange during(BlockView block) {
        return new TimeRange(block.start(), block.end());
    }

    /** The cause's code, read aloud. */
    static String words(BlockView block) {
        return block.cause().replace('-', ' ');
    }

    private static String time(BlockView block, DayGrid grid) {
        return new WallTime(grid.zone()).span(during(block));
    }
}
