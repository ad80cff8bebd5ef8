package dev.unknot.frontdesk.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.SignedJWT;
import dev.unknot.frontdesk.FrontDeskTest;
import dev.unknot.platform.test.Http;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

@FrontDeskTest
class TokenTest {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient database;

    private TokenDesk desk = new TokenDesk(0);

    @BeforeEach
    void atTheDesk() {
        desk = new TokenDesk(port);
    }

    @Test
    void aTokenSaysWhoItsBearerIsForTenMinutes() throws Exception {
        var token = desk.token("mitte", "mitte-secret");

        var claims = token.getJWTClaimsSet();
        assertThat(token.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.RS256);
        assertThat(claims.getIssuer()).isEqualTo("https://front-desk.test");
        assertThat(claims.getSubject()).isEqualTo("mira");
        assertThat(claims.getStringClaim("role")).isEqualTo("front-desk");
        assertThat(claims.getStringListClaim("locations")).containsExactly("0197a000-0000-7000-8000-000000000001");
        assertThat(Duration.between(
                        claims.getIssueTime().toInstant(),
                        claims.getExpirationTime().toInstant()))
                .isEqualTo(Duration.ofMinutes(10));
        assertThat(desk.verifies(token)).isTrue();
    }

    @Test
    void allLocationsAreAStar() throws Exception {
        assertThat(desk.token("owner", "owner-secret").getJWTClaimsSet().getStringListClaim("locations"))
                .isEqualTo(List.of("*"));
    }

    @Test
    void aServiceBelievesIt() throws Exception {
        SignedJWT token = desk.token("owner", "owner-secret");
        var service = NimbusJwtDecoder.withJwkSetUri("http://localhost:" + port + "/oauth2/jwks")
                .jwsAlgorithm(SignatureAlgorithm.RS256)
                .build();
        service.setJwtValidator(JwtValidators.createDefaultWithIssuer("https://front-desk.test"));

        assertThat(service.decode(token.serialize()).getSubject()).isEqualTo("olga");
    }

    @Test
    void aWrongSecretIsRefusedAsOauthSays() {
        var wrong = desk.ask("owner", "guessed");
        var unknown = desk.ask("nobody", "owner-secret");

        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.body().at("/error").asString()).isEqualTo("invalid_client");
        assertThat(unknown.status()).isEqualTo(401);
        assertThat(unknown.text()).isEqualTo(wrong.text());
    }

    @Test
    void secretsAreNotReadableInTheDatabase() {
        assertThat(database.sql("SELECT secret_hash FROM access_clients")
                        .query(String.class)
                        .list())
                .hasSize(2)
                .allSatisfy(hash -> assertThat(hash).startsWith("{bcrypt}").doesNotContain("secret"));
    }

    @Test
    void theIssuerDescribesWhatItOffersAndNothingElse() {
        var metadata = Http.at(port).get("/.well-known/oauth-authorization-server");

        assertThat(metadata.status()).isEqualTo(200);
        assertThat(metadata.body().at("/issuer").asString()).isEqualTo("https://front-desk.test");
        assertThat(metadata.body().at("/token_endpoint").asString()).isEqualTo("https://front-desk.test/oauth2/token");
        assertThat(metadata.body().at("/jwks_uri").asString()).isEqualTo("https://front-desk.test/oauth2/jwks");
        assertThat(metadata.body().propertyNames())
                .doesNotContain("authorization_endpoint", "introspection_endpoint", "revocation_endpoint");
        assertThat(metadata.body().at("/response_types_supported").isEmpty()).isTrue();
    }

    @Test
    void everyOtherAddressIsShut() {
        for (String path : List.of("/oauth2/authorize", "/oauth2/introspect", "/userinfo", "/login", "/nowhere")) {
            var answer = Http.at(port).get(path);
            assertThat(answer.status()).as(path).isEqualTo(401);
            assertThat(answer.code()).isEqualTo("unauthenticated");
        }
        assertThat(Http.at(port).get("/actuator/health/readiness").status()).isEqualTo(200);
    }
}
