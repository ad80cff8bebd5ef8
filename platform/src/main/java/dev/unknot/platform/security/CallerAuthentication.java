package dev.unknot.platform.security;

import dev.unknot.common.access.Role;
import dev.unknot.common.access.Scope;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;

/** A {@link Caller} whose token has been verified. Its one authority is {@code ROLE_} and the role's name. */
public class CallerAuthentication extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final transient Caller caller;
    private final transient Set<Scope> scopes;

    public CallerAuthentication(Caller caller) {
        this(caller, Set.of());
    }

    /** @param scopes of a program's token; none: it goes as far as its role */
    CallerAuthentication(Caller caller, Set<Scope> scopes) {
        super(AuthorityUtils.createAuthorityList("ROLE_" + caller.role().name()));
        this.caller = caller;
        this.scopes = Set.copyOf(scopes);
        setAuthenticated(true);
    }

    static Optional<Program> program() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof CallerAuthentication verified
                        && (!verified.scopes.isEmpty() || verified.caller.is(Role.INTEGRATION))
                ? Optional.of(new Program(verified.caller, verified.scopes))
                : Optional.empty();
    }

    /** Empty outside a request and in one without a token. */
    static Optional<Caller> current() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof CallerAuthentication verified
                ? Optional.of(verified.caller)
                : Optional.empty();
    }

    @Override
    public String getCredentials() {
        return "";
    }

    @Override
    public Caller getPrincipal() {
        return caller;
    }

    @Override
    public String getName() {
        return caller.actor();
    }
}
