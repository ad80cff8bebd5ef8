package dev.unknot.frontdesk.program;

import dev.unknot.common.access.Scope;
import dev.unknot.common.access.TokenClaims;
import dev.unknot.common.location.LocationId;
import dev.unknot.frontdesk.page.GivenName;
import dev.unknot.platform.problem.Rejection;
import dev.unknot.platform.security.LocationScope;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the page of programs says of a new one.
 *
 * @param scope a code
 * @param allLocations null, as a box that is not ticked is not sent, for no
 * @param locations ids; none, with {@code allLocations}, for all of them
 */
public record ProgramForm(
        @Nullable String name,
        @Nullable String scope,
        @Nullable Boolean allLocations,
        @Nullable Set<UUID> locations) {

    String knownName() {
        return GivenName.of(name);
    }

    Scope knownScope() {
        return Scope.ofCode(scope == null ? "" : scope)
                .orElseThrow(() -> Rejection.invalid("unknown-scope", "Say how far the program may go.", "scope"));
    }

    LocationScope knownLocations() {
        if (Boolean.TRUE.equals(allLocations)) {
            return LocationScope.everywhere();
        }
        Set<UUID> ids = locations == null ? Set.of() : locations;
        if (ids.isEmpty() || ids.size() > TokenClaims.MAX_LOCATIONS) {
            throw Rejection.invalid(
                    "no-location",
                    "A program has 1 to " + TokenClaims.MAX_LOCATIONS + " locations, or all.",
                    "locations");
        }
        return LocationScope.of(ids.stream().map(LocationId::new).collect(Collectors.toSet()));
    }
}
