package dev.unknot.notification.reply;

import dev.unknot.common.client.ClientId;
import dev.unknot.common.location.LocationId;
import dev.unknot.notification.message.SentText;
import dev.unknot.notification.visit.Visit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who sent an SMS, as far as is known.
 *
 * @param phone E.164
 * @param clientId null: nobody has that number, or several have and none was written to
 * @param about what they had last been sent, or been asked; null: nothing
 * @param nearest their next visit, or else the last one; null: none
 * @param called the locations whose own number it was sent to
 */
record Sender(
        String phone,
        @Nullable ClientId clientId,
        @Nullable SentText about,
        @Nullable Visit nearest,
        List<LocationId> called) {
    @Override
    public String toString() {
        return "Sender[clientId=" + clientId + "]";
    }
}
