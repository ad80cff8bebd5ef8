package dev.unknot.frontdesk.board;

import dev.unknot.common.block.BlockView;
import dev.unknot.common.location.LocationView;
import org.jspecify.annotations.Nullable;

/**
 * A block in the dialog.
 *
 * @param who the therapist or the room
 * @param refusal why it was not lifted; null: nobody tried
 */
public record BlockPage(
        BlockView block,
        LocationView place,
        String who,
        @Nullable Refusal refusal) {

    public String when() {
        WallTime clock = new WallTime(place.zone());
        return clock.span(Blocked.during(block)) + " · "
                + clock.day(block.start().atZone(place.zone()).toLocalDate());
    }

    public String cause() {
        return Blocked.words(block);
    }
}
