package dev.unknot.frontdesk.token;

import dev.unknot.common.access.Role;
import dev.unknot.common.access.Scope;
import dev.unknot.common.access.TokenClaims;
import dev.unknot.common.location.LocationId;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who may ask for tokens, and what they say.
 *
 * @param secretHash with the name of its algorithm in braces
 * @param subject {@code sub} of its tokens; for a therapist their id
 * @param allLocations every location; then none is listed
 * @param scope of a registered program; null: its tokens go as far as their role
 */
record AccessClient(
        String id,
        String secretHash,
        String subject,
        Role role,
        boolean allLocations,
        List<LocationId> locations,
        @Nullable Scope scope) {

    AccessClient {
        locations = List.copyOf(locations);
        if (allLocations && !locations.isEmpty()) {
            throw new IllegalArgumentException("a client with all locations lists none, but listed " + locations);
        }
        if (locations.size() > TokenClaims.MAX_LOCATIONS) {
            throw new IllegalArgumentException(
                    "a client has at most " + TokenClaims.MAX_LOCATIONS + " locations, but had " + locations.size());
        }
    }

    /** As the claim {@value TokenClaims#SCOPE} has them: its own and those that go less far. */
    List<String> scopeCodes() {
        return Arrays.stream(Scope.values())
                .filter(each -> scope != null && each.compareTo(scope) <= 0)
                .map(Scope::code)
                .toList();
    }

    /** As the claim {@value TokenClaims#LOCATIONS} has them. */
    List<String> locationCodes() {
        return allLocations
                ? List.of(TokenClaims.ALL_LOCATIONS)
                : locations.stream().map(LocationId::toString).toList();
    }
}
