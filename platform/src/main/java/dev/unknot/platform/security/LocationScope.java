package dev.unknot.platform.security;

import dev.unknot.common.location.LocationId;
import dev.unknot.platform.problem.Rejection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The locations a caller sees. Queries are scoped by it: {@code where :all or location_id = any(:ids)} with {@link #all()}
 * and {@link #idArray()}.
 *
 * @param all every location; then {@code ids} is empty
 */
public record LocationScope(boolean all, Set<UUID> ids) {

    public LocationScope {
        ids = Set.copyOf(ids);
        if (all && !ids.isEmpty()) {
            throw new IllegalArgumentException("all locations are not listed one by one, but were " + ids);
        }
    }

    public static LocationScope everywhere() {
        return new LocationScope(true, Set.of());
    }

    public static LocationScope of(Set<LocationId> locations) {
        return new LocationScope(
                false, locations.stream().map(LocationId::value).collect(Collectors.toSet()));
    }

    public boolean includes(LocationId location) {
        return all || ids.contains(location.value());
    }

    /** Refuses with 403 a location outside this scope. */
    public void require(LocationId location) {
        if (!includes(location)) {
            throw Rejection.forbidden("location-not-yours", "This location is not one of yours.");
        }
    }

    /** The ids for {@code = any(?)}; empty when {@link #all()}. */
    public UUID[] idArray() {
        return ids.toArray(UUID[]::new);
    }
}
