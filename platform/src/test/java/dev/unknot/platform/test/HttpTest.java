package dev.unknot.platform.test;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import dev.unknot.common.access.Role;
import dev.unknot.common.location.LocationId;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpTest {

    private HttpServer service;
    private Http api;

    @BeforeEach
    void startAServiceThatRefusesEverythingAndEchoes() throws Exception {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String answer = "{\"code\":\"slot-taken\",\"method\":\"%s\",\"auth\":\"%s\",\"key\":\"%s\",\"got\":%s}"
                    .formatted(
                            exchange.getRequestMethod(),
                            exchange.getRequestHeaders().getFirst("Authorization"),
                            exchange.getRequestHeaders().getFirst("Idempotency-Key"),
                            body.isEmpty() ? "null" : body);
            exchange.getResponseHeaders().add("ETag", "\"3\"");
            exchange.sendResponseHeaders(409, answer.length());
            exchange.getResponseBody().write(answer.getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });
        service.start();
        api = Http.at(service.getAddress().getPort()).as("abc");
    }

    @AfterEach
    void stopIt() {
        service.stop(0);
    }

    @Test
    void aRefusalIsAnAnswerAndNotAnException() {
        Answer answer = api.post("/api/v1/appointments", Map.of("minutes", 60), "Idempotency-Key", "k1");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo("slot-taken");
        assertThat(answer.etag()).isEqualTo("\"3\"");
        assertThat(answer.body().path("method").asString()).isEqualTo("POST");
        assertThat(answer.body().path("auth").asString()).isEqualTo("Bearer abc");
        assertThat(answer.body().path("key").asString()).isEqualTo("k1");
        assertThat(answer.body().path("got").path("minutes").asInt()).isEqualTo(60);
    }

    @Test
    void aHeaderStaysWithTheCallerThatWasGivenIt() {
        Http keyed = api.with("Idempotency-Key", "k2");

        assertThat(keyed.get("/x").body().path("key").asString()).isEqualTo("k2");
        assertThat(api.get("/x").body().path("key").asString()).isEqualTo("null");
    }

    @Test
    void tokensCarryWhatFrontDeskSignsAndVerifyAgainstThePublishedKey() throws Exception {
        LocationId here = new LocationId(UUID.randomUUID());
        SignedJWT token = SignedJWT.parse(Tokens.of(Role.FRONT_DESK, "anna", here));
        JWKSet keys = JWKSet.load(URI.create(Tokens.jwksUri()).toURL());
        RSASSAVerifier verifier = new RSASSAVerifier(
                keys.getKeyByKeyId(token.getHeader().getKeyID()).toRSAKey());

        assertThat(token.verify(verifier)).isTrue();
        assertThat(token.getJWTClaimsSet().getSubject()).isEqualTo("anna");
        assertThat(token.getJWTClaimsSet().getStringClaim("role")).isEqualTo("front-desk");
        assertThat(token.getJWTClaimsSet().getStringListClaim("locations")).isEqualTo(List.of(here.toString()));
        assertThat(SignedJWT.parse(Tokens.signedByStranger()).verify(verifier)).isFalse();
    }
}
