package dev.unknot.frontdesk.board;

import dev.unknot.common.therapist.TherapistId;
import java.util.List;

/** A therapist's day. */
record Column(
        TherapistId therapist,
        String name,
        List<Band> bands,
        List<Block> blocks,
        List<Blocked> blocked,
        List<FreeCell> free) {

    /** Whether that day has nothing of theirs: no work, no time off, no visit, nothing blocked. */
    boolean idle() {
        return bands.isEmpty() && blocks.isEmpty() && blocked.isEmpty();
    }

    /** How many clients they have that day, in words. */
    public String load() {
        return blocks.isEmpty() ? "no visits" : blocks.size() == 1 ? "1 visit" : blocks.size() + " visits";
    }
}
