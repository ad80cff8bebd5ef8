package dev.unknot.common.client;

import org.jspecify.annotations.Nullable;

/** A client as the API shows them. */
public record ClientView(
        ClientId id,
        long version,
        String name,
        @Nullable String email,
        @Nullable String phone,
        String language) {

    @Override
    public String toString() {
        return "ClientView[id=" + id + "]";
    }
}
