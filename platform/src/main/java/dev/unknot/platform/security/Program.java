package dev.unknot.platform.security;

import dev.unknot.common.access.Scope;
import java.util.Optional;
import java.util.Set;

/**
 * A caller that is no person.
 *
 * @param scopes how far its token goes; none: as far as its role
 */
public record Program(Caller caller, Set<Scope> scopes) {

    public Program {
        scopes = Set.copyOf(scopes);
    }

    /** Behind the request that this thread answers; empty where that is a person or another service. */
    public static Optional<Program> current() {
        return CallerAuthentication.program();
    }

    boolean mayWrite() {
        return scopes.isEmpty() || scopes.contains(Scope.BOOK) || scopes.contains(Scope.MANAGE);
    }
}
