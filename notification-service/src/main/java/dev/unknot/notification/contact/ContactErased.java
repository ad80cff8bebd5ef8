package dev.unknot.notification.contact;

import dev.unknot.common.client.ClientId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A client is to be forgotten; published in the transaction that does so, for whoever keeps something of theirs.
 *
 * @param phones E.164: each number that was theirs, or that of somebody recorded twice, whoever has it now
 * @param email null if they had none
 */
public record ContactErased(
        ClientId clientId, Set<String> phones, @Nullable String email) {
    public ContactErased {
        phones = Set.copyOf(phones);
    }

    /** Without the person, since this ends up in logs. */
    @Override
    public String toString() {
        return "ContactErased[clientId=" + clientId + "]";
    }
}
