package dev.unknot.notification.contact;

import dev.unknot.common.client.ClientId;
import dev.unknot.common.message.Channel;
import org.jspecify.annotations.Nullable;

/**
 * A client and how to reach them.
 *
 * @param phone E.164
 * @param language BCP 47 tag
 */
public record Contact(
        ClientId clientId,
        String name,
        @Nullable String email,
        @Nullable String phone,
        String language) {
    /** Where that channel reaches them; null: nowhere. */
    public @Nullable String address(Channel channel) {
        return switch (channel) {
            case EMAIL -> email;
            case SMS -> phone;
        };
    }

    /** Without the person, since this ends up in logs. */
    @Override
    public String toString() {
        return "Contact[clientId=" + clientId + "]";
    }
}
