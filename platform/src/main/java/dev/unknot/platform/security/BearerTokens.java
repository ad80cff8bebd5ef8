package dev.unknot.platform.security;

import dev.unknot.common.access.Role;
import dev.unknot.common.access.Scope;
import dev.unknot.common.access.TokenClaims;
import dev.unknot.common.location.LocationId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

/** Reads the {@link Caller} out of a verified token; claims it cannot read make the token invalid (401). */
class BearerTokens implements Converter<Jwt, CallerAuthentication> {

    @Override
    public CallerAuthentication convert(Jwt token) {
        try {
            return new CallerAuthentication(caller(token), scopes(token.getClaim(TokenClaims.SCOPE)));
        } catch (IllegalArgumentException | ClassCastException unreadable) {
            throw new InvalidBearerTokenException("its claims are not those of an Unknot token", unreadable);
        }
    }

    private static Caller caller(Jwt token) {
        return new Caller(
                required(token.getSubject(), "sub"),
                Role.ofCode(required(token.getClaimAsString(TokenClaims.ROLE), TokenClaims.ROLE)),
                locations(token.getClaim(TokenClaims.LOCATIONS)),
                appointment(token.getClaim(TokenClaims.APPOINTMENT)));
    }

    private static LocationScope locations(@Nullable Object claim) {
        if (!(claim instanceof List<?> listed)) {
            throw new IllegalArgumentException("locations is an array, but was " + claim);
        }
        if (listed.equals(List.of(TokenClaims.ALL_LOCATIONS))) {
            return LocationScope.everywhere();
        }
        if (listed.size() > TokenClaims.MAX_LOCATIONS) {
            throw new IllegalArgumentException("locations has at most " + TokenClaims.MAX_LOCATIONS + " elements");
        }
        Set<LocationId> locations =
                listed.stream().map(id -> LocationId.of((String) id)).collect(Collectors.toSet());
        return LocationScope.of(locations);
    }

    /** A list, or after RFC 8693 words in one text. */
    private static Set<Scope> scopes(@Nullable Object claim) {
        List<?> codes = switch (claim) {
            case null -> List.of();
            case String words -> List.of(words.split(" "));
            case List<?> list -> list;
            default -> throw new IllegalArgumentException("scope is a text or an array, but was " + claim);
        };
        return codes.stream()
                .map(code -> Scope.ofCode((String) code)
                        .orElseThrow(() -> new IllegalArgumentException("there is no scope " + code)))
                .collect(Collectors.toSet());
    }

    private static @Nullable UUID appointment(@Nullable Object claim) {
        return claim == null ? null : UUID.fromString((String) claim);
    }

    private static String required(@Nullable String claim, String name) {
        if (claim == null || claim.isBlank()) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return claim;
    }
}
