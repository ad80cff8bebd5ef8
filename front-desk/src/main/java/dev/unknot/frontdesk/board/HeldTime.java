package dev.unknot.frontdesk.board;

import dev.unknot.common.appointment.AppointmentView;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A time that is kept while somebody looks for the client.
 *
 * @param own whether it is whoever looks at it, who may go on with the booking
 * @param until when it ends by itself, on the wall clock
 * @param lasts in milliseconds from when it was looked at until then
 */
public record HeldTime(boolean own, String until, long lasts) {

    /** Whether it is a hold that has ended by itself. */
    static boolean isOver(AppointmentView held, Instant now) {
        Instant expires = held.expiresAt();
        return expires != null && !expires.isAfter(now);
    }

    /** Null: it is no hold, or has ended. */
    static @Nullable HeldTime of(AppointmentView held, boolean own, Instant now) {
        Instant expires = held.expiresAt();
        return expires == null || !expires.isAfter(now)
                ? null
                : new HeldTime(
                        own,
                        new WallTime(held.zone()).time(expires),
                        Duration.between(now, expires).toMillis());
    }

    public String words() {
        return own ? "Held for you until " + until : "Being booked until " + until;
    }
}
