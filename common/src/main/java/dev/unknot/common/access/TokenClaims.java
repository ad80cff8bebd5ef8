package dev.unknot.common.access;

/**
 * Names of the claims in an access token (a JWT signed by front-desk, RS256). {@code sub} is the account, for a therapist
 * their id.
 */
public final class TokenClaims {

    /** {@code aud} of every token: one that the same issuer signs for something else opens nothing here. */
    public static final String AUDIENCE = "unknot";

    /** A {@link Role#code()}. */
    public static final String ROLE = "role";

    /** Array of location ids, at most {@value #MAX_LOCATIONS}, or the single element {@value #ALL_LOCATIONS}. */
    public static final String LOCATIONS = "locations";

    public static final String ALL_LOCATIONS = "*";

    public static final int MAX_LOCATIONS = 100;

    /**
     * Of a program's token, after RFC 8693: each {@link Scope#code()} it has. One without it goes as far as its role.
     */
    public static final String SCOPE = "scope";

    /** The one appointment a {@link Role#CLIENT} token opens. */
    public static final String APPOINTMENT = "appointment";

    private TokenClaims() {}
}
