package dev.unknot.booking.block;

import dev.unknot.common.block.BlockTime;
import dev.unknot.common.time.Era;
import dev.unknot.common.time.Grid;
import dev.unknot.common.time.TimeRange;
import dev.unknot.platform.problem.Rejection;
import java.time.Duration;
import java.time.Instant;

/** What a block may be. */
final class BlockRules {

    /** As long as one claim may last; who is away for longer has a time off. */
    private static final Duration LONGEST = Duration.ofHours(24);

    private BlockRules() {}

    /** The first rule that is broken is thrown. */
    static TimeRange accepted(BlockTime command, Instant now) {
        if ((command.therapistId() == null) == (command.roomId() == null)) {
            throw Rejection.invalid("block-of-one", "A block is of a therapist or of a room.", "therapistId");
        }
        requireOnGrid(command.start(), "start");
        requireOnGrid(command.end(), "end");
        if (!command.start().isBefore(command.end())) {
            throw Rejection.invalid("range-empty", "A block ends after it starts.", "end");
        }
        if (Duration.between(command.start(), command.end()).compareTo(LONGEST) > 0) {
            throw Rejection.invalid("block-too-long", "A block lasts at most " + LONGEST.toHours() + " hours.", "end");
        }
        if (!command.end().isAfter(now)) {
            throw Rejection.invalid("start-in-past", "This time has passed.", "end");
        }
        return new TimeRange(command.start(), command.end());
    }

    private static void requireOnGrid(Instant instant, String field) {
        if (!Era.includes(instant)) {
            throw Rejection.malformed("invalid-request", "A block lies in the years 1970 to 2199.", field);
        }
        if (!Grid.fits(instant)) {
            throw Rejection.invalid("block-off-grid", "A block starts and ends on full five minutes.", field);
        }
    }
}
