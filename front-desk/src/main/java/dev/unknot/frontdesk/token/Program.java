package dev.unknot.frontdesk.token;

import dev.unknot.common.access.Scope;
import dev.unknot.platform.security.LocationScope;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A program that an owner has let in.
 *
 * @param id by which it asks for tokens, and under which its changes are on record
 * @param name by which people know it
 * @param secretSince when its present secret was made
 * @param lastUsedAt when it last asked for a token; null: never
 * @param endedAt null: it may ask for tokens
 */
public record Program(
        UUID id,
        String name,
        Scope scope,
        LocationScope locations,
        Instant registeredAt,
        Instant secretSince,
        @Nullable Instant lastUsedAt,
        @Nullable Instant endedAt) {

    public boolean ended() {
        return endedAt != null;
    }
}
