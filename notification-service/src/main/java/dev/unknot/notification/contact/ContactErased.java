package dev.unknot.notification.contact;

import dev.unknot.common.client.ClientId;

/**
 * A client is to be forgotten; published in the transaction that does so, for whoever keeps something of theirs.
 *
 * @param phone E.164, empty if they had none
 */
public record ContactErased(ClientId clientId, String phone) {
    /** Without the number, since this ends up in logs. */
    @Override
    public String toString() {
        return "ContactErased[clientId=" + clientId + "]";
    }
}
