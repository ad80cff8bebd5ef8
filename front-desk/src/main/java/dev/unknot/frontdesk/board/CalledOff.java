package dev.unknot.frontdesk.board;

import dev.unknot.common.appointment.CancellationView;
import dev.unknot.frontdesk.clinic.Causes;
import org.jspecify.annotations.Nullable;

/**
 * That a visit was cancelled, in words.
 *
 * @param who cancelled it
 * @param at day and time on the wall clock of the place
 * @param note in the words of staff; null: none
 */
public record CalledOff(
        String who, String at, String why, @Nullable String note, boolean late) {

    public static CalledOff of(CancellationView cancellation, String who, WallTime clock) {
        return new CalledOff(
                who,
                clock.moment(cancellation.at()),
                Causes.words(cancellation.cause()),
                cancellation.note(),
                cancellation.late());
    }
}
