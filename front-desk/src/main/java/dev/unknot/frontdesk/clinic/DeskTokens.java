package dev.unknot.frontdesk.clinic;

import dev.unknot.common.access.Role;
import dev.unknot.common.access.TokenClaims;
import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.frontdesk.account.StaffAccount;
import dev.unknot.frontdesk.signingkey.KeyRing;
import dev.unknot.platform.clock.RealTime;
import dev.unknot.platform.id.Ids;
import dev.unknot.platform.security.LocationScope;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.stereotype.Component;

/**
 * Tokens the front desk calls the services with: for whom it serves, or for itself. One is good for five minutes and used
 * for half of that. What it says is its key, so that a changed role or location is in the very next call.
 */
@Component
public class DeskTokens {

    /** {@code sub} of the front desk acting alone. */
    public static final String SERVICE = "front-desk";

    private static final Duration GOOD_FOR = Duration.ofMinutes(5);
    private static final Duration USED_FOR = GOOD_FOR.dividedBy(2);
    private static final List<String> EVERYWHERE = List.of(TokenClaims.ALL_LOCATIONS);
    private static final int MOST_KEPT = 10_000;

    private final KeyRing keys;
    private final NimbusJwtEncoder encoder;
    private final String issuer;
    private final Clock clock;
    private final Map<Claims, Minted> minted = new ConcurrentHashMap<>();

    DeskTokens(KeyRing keys, AuthorizationServerSettings server, RealTime time) {
        this.keys = keys;
        this.encoder = new NimbusJwtEncoder(keys);
        this.issuer = Objects.requireNonNull(server.getIssuer());
        this.clock = time.clock();
    }

    public Bearer of(StaffAccount account) {
        return token(new Claims(account.subject(), account.role(), codes(account.locations()), null));
    }

    /** A client's, which opens one appointment wherever it is moved to. */
    public Bearer client(AppointmentId appointment) {
        return token(new Claims(appointment.toString(), Role.CLIENT, EVERYWHERE, appointment.value()));
    }

    /** The front desk's own, with role {@code service}. */
    public Bearer service() {
        return token(new Claims(SERVICE, Role.SERVICE, EVERYWHERE, null));
    }

    private Bearer token(Claims claims) {
        Instant now = clock.instant();
        Minted kept = minted.get(claims);
        if (kept != null && now.isBefore(kept.usedUntil())) {
            return kept.bearer();
        }
        if (minted.size() >= MOST_KEPT) {
            minted.values().removeIf(old -> !now.isBefore(old.usedUntil()));
        }
        var fresh = new Minted(mint(claims, now), now.plus(USED_FOR));
        if (minted.size() < MOST_KEPT) {
            minted.put(claims, fresh);
        }
        return fresh.bearer();
    }

    private Bearer mint(Claims said, Instant now) {
        var header = JwsHeader.with(SignatureAlgorithm.RS256);
        keys.nameSigner(header);
        var claims = JwtClaimsSet.builder()
                .id(Ids.next().toString())
                .issuer(issuer)
                .subject(said.subject())
                .audience(List.of(TokenClaims.AUDIENCE))
                .issuedAt(now)
                .notBefore(now)
                .expiresAt(now.plus(GOOD_FOR))
                .claim(TokenClaims.ROLE, said.role().code())
                .claim(TokenClaims.LOCATIONS, said.locations());
        if (said.appointment() != null) {
            claims.claim(TokenClaims.APPOINTMENT, said.appointment().toString());
        }
        return new Bearer(encoder.encode(JwtEncoderParameters.from(header.build(), claims.build()))
                .getTokenValue());
    }

    private static List<String> codes(LocationScope locations) {
        return locations.all()
                ? EVERYWHERE
                : locations.ids().stream().map(UUID::toString).sorted().toList();
    }

    private record Claims(
            String subject,
            Role role,
            List<String> locations,
            @Nullable UUID appointment) {}

    private record Minted(Bearer bearer, Instant usedUntil) {}
}
