package dev.unknot.platform.test;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import dev.unknot.common.access.Role;
import dev.unknot.common.access.Scope;
import dev.unknot.common.access.TokenClaims;
import dev.unknot.common.location.LocationId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Bearer tokens as front-desk would sign them, and the key set a service checks them against. */
public final class Tokens {

    public static final String ISSUER = "https://front-desk.test";

    private static final RSAKey KEY = newKey("test");
    private static final String JWKS_URI = publish(KEY);

    private Tokens() {}

    /** Where this JVM's key set is served, on loopback. */
    public static String jwksUri() {
        return JWKS_URI;
    }

    /** @param locations none for all of them */
    public static String of(Role role, LocationId... locations) {
        return of(role, UUID.randomUUID().toString(), locations);
    }

    public static String of(Role role, String subject, LocationId... locations) {
        return sign(KEY, claims(role, subject, locations).build());
    }

    /** A program's that goes so far. */
    public static String program(Scope... scopes) {
        return sign(
                KEY,
                claims(Role.INTEGRATION, "program")
                        .claim(
                                TokenClaims.SCOPE,
                                Arrays.stream(scopes).map(Scope::code).toList())
                        .build());
    }

    public static String owner() {
        return of(Role.OWNER);
    }

    /** A client's, good for one appointment. */
    public static String client(UUID appointment) {
        return owner(claims -> claims.claim(TokenClaims.ROLE, Role.CLIENT.code())
                .claim(TokenClaims.APPOINTMENT, appointment.toString()));
    }

    /** Right but for its end, a quarter of an hour ago. */
    public static String expired() {
        Instant end = Instant.now().minus(Duration.ofMinutes(15));
        return owner(
                claims -> claims.issueTime(Date.from(end.minusSeconds(300))).expirationTime(Date.from(end)));
    }

    /** Right, under the key id of this JVM's key, but signed by another. */
    public static String signedByStranger() {
        return sign(newKey(KEY.getKeyID()), claims(Role.OWNER, "stranger").build());
    }

    public static String withoutEnd() {
        return owner(claims -> claims.expirationTime(null));
    }

    /** Right, but for another system of the same issuer. */
    public static String forOthers() {
        return owner(claims -> claims.audience("payroll"));
    }

    public static String wrongIssuer() {
        return owner(claims -> claims.issuer("https://elsewhere.test"));
    }

    private static String owner(UnaryOperator<JWTClaimsSet.Builder> change) {
        return sign(KEY, change.apply(claims(Role.OWNER, "owner")).build());
    }

    private static JWTClaimsSet.Builder claims(Role role, String subject, LocationId... locations) {
        Instant now = Instant.now();
        List<String> codes = locations.length == 0
                ? List.of(TokenClaims.ALL_LOCATIONS)
                : Arrays.stream(locations).map(LocationId::toString).toList();
        return new JWTClaimsSet.Builder()
                .jwtID(UUID.randomUUID().toString())
                .issuer(ISSUER)
                .subject(subject)
                .audience(TokenClaims.AUDIENCE)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(Duration.ofMinutes(30))))
                .claim(TokenClaims.ROLE, role.code())
                .claim(TokenClaims.LOCATIONS, codes);
    }

    private static String sign(RSAKey key, JWTClaimsSet claims) {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .build(),
                    claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RSAKey newKey(String id) {
        try {
            return new RSAKeyGenerator(2048)
                    .keyID(id)
                    .algorithm(JWSAlgorithm.RS256)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String publish(RSAKey key) {
        byte[] keys = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/oauth2/jwks", exchange -> {
                exchange.getResponseHeaders().add("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, keys.length);
                exchange.getResponseBody().write(keys);
                exchange.close();
            });
            server.start();
            return "http://127.0.0.1:" + server.getAddress().getPort() + "/oauth2/jwks";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
