package dev.unknot.notification.contact;

import dev.unknot.common.client.ClientId;
import org.jspecify.annotations.Nullable;

/**
 * A client is to be forgotten; published in the transaction that does so, for whoever keeps something of theirs.
 *
 * @param phone E.164, empty if they had none
 * @param email null if they had none
 */
public record ContactErased(
        ClientId clientId, String phone, @Nullable String email) {
    /** Without the person, since this ends up in logs. */
    @Override
    public String toString() {
        return "ContactErased[clientId=" + clientId + "]";
    }
}
