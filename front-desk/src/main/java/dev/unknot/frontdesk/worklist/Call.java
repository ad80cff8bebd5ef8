package dev.unknot.frontdesk.worklist;

import dev.unknot.common.client.ClientView;
import dev.unknot.common.message.UnreachedView;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A client whom no channel told something of a visit, so that the desk calls.
 *
 * @param client null: nobody at the caller's locations
 * @param what they were to be told
 * @param why no channel did, as a sentence
 * @param when the visit is
 * @param date its local day, to open the board at
 */
public record Call(
        UnreachedView unreached,
        @Nullable ClientView client,
        String what,
        String why,
        String when,
        LocalDate date,
        String place) {}
