package dev.unknot.frontdesk.board;

import dev.unknot.common.appointment.TherapistStarts;
import dev.unknot.common.time.TimeRange;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A free piece of a therapist's working time, to be clicked.
 *
 * @param start when what is sold could first begin in it; of a piece in which nothing could, its own start
 * @param time on the wall clock
 */
record FreeCell(Instant start, Place place, String time, Use use) {

    /** What a piece of free time is good for. */
    enum Use {
        BOOK("open", ""),
        BOOK_WITH_REASON("by-right", "needs a reason"),
        /** Too little time is left before or after it, or no room: only the therapist's time can be blocked. */
        BLOCK("too-short", "nothing fits");

        private final String style;
        private final String words;

        Use(String style, String words) {
            this.style = style;
            this.words = words;
        }

        public boolean blocks() {
            return this == BLOCK;
        }

        public String style() {
            return style;
        }

        /** Beside the time; empty where there is nothing to say. */
        public String words() {
            return words;
        }
    }

    /** @param starts null: nobody can say, so that all free time is offered */
    static FreeCell of(TimeRange piece, DayGrid grid, @Nullable TherapistStarts starts) {
        if (starts == null) {
            return of(piece, piece.start(), grid, Use.BOOK);
        }
        return first(starts.starts(), piece)
                .map(start -> of(piece, start, grid, Use.BOOK))
                .or(() -> first(starts.waivable(), piece).map(start -> of(piece, start, grid, Use.BOOK_WITH_REASON)))
                .orElseGet(() -> of(piece, piece.start(), grid, Use.BLOCK));
    }

    /** As a screen reader says it. */
    public String label(String therapist) {
        String who = Isolated.of(therapist);
        return switch (use) {
            case BOOK -> time + ", book with " + who;
            case BOOK_WITH_REASON -> time + ", book with " + who + ", needs a reason";
            case BLOCK -> time + ", nothing fits, block time of " + who;
        };
    }

    private static FreeCell of(TimeRange piece, Instant start, DayGrid grid, Use use) {
        return new FreeCell(start, grid.place(piece), new WallTime(grid.zone()).time(start), use);
    }

    private static Optional<Instant> first(List<Instant> starts, TimeRange piece) {
        return starts.stream().filter(piece::contains).findFirst();
    }
}
