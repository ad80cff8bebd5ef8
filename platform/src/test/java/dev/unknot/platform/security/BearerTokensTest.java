package dev.unknot.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unknot.common.access.Role;
import dev.unknot.common.location.LocationId;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

class BearerTokensTest {

    private static final LocationId MITTE = new LocationId(UUID.randomUUID());

    private final BearerTokens tokens = new BearerTokens();

    @Test
    void theClaimsBecomeTheCaller() {
        Caller caller = read(claims -> claims.claim("locations", List.of(MITTE.toString())));

        assertThat(caller).isEqualTo(new Caller("mira", Role.FRONT_DESK, LocationScope.of(Set.of(MITTE)), null));
        assertThat(caller.actor()).isEqualTo("front-desk:mira");
    }

    @Test
    void aStarIsEveryLocation() {
        assertThat(read(claims -> claims.claim("locations", List.of("*"))).locations())
                .isEqualTo(LocationScope.everywhere());
    }

    @Test
    void noLocationsAreNone() {
        assertThat(read(claims -> claims.claim("locations", List.of()))
                        .locations()
                        .includes(MITTE))
                .isFalse();
    }

    @Test
    void aClientsTokenOpensOneAppointment() {
        UUID appointment = UUID.randomUUID();

        assertThat(read(claims -> claims.claim("role", "client").claim("appointment", appointment.toString()))
                        .appointment())
                .isEqualTo(appointment);
    }

    @Test
    void claimsOfAnotherKindMakeTheTokenInvalid() {
        invalid(claims -> claims.claim("role", "emperor"));
        invalid(claims -> claims.claim("role", List.of("owner")));
        invalid(claims -> claims.claims(all -> all.remove("role")));
        invalid(claims -> claims.claims(all -> all.remove("sub")));
        invalid(claims -> claims.claims(all -> all.remove("locations")));
        invalid(claims -> claims.claim("locations", "*"));
        invalid(claims -> claims.claim("locations", List.of("*", MITTE.toString())));
        invalid(claims -> claims.claim("locations", List.of("mitte")));
        invalid(claims -> claims.claim("locations", List.of(7)));
        invalid(claims -> claims.claim("locations", Collections.nCopies(101, MITTE.toString())));
        invalid(claims -> claims.claim("appointment", "tomorrow"));
    }

    private Caller read(Consumer<Jwt.Builder> change) {
        var token = Jwt.withTokenValue("token")
                .header("alg", "RS256")
                .subject("mira")
                .claim("role", "front-desk")
                .claim("locations", List.of(MITTE.toString()));
        change.accept(token);
        return tokens.convert(token.build()).getPrincipal();
    }

    private void invalid(Consumer<Jwt.Builder> change) {
        assertThatThrownBy(() -> read(change)).isInstanceOf(InvalidBearerTokenException.class);
    }
}
