package dev.unknot.frontdesk.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import dev.unknot.platform.test.Answer;
import dev.unknot.platform.test.Http;
import java.util.Base64;
import java.util.List;

/** Asks the front desk for tokens as a program would, and checks them as a service would. */
public final class TokenDesk {

    private final Http http;

    public TokenDesk(int port) {
        this.http = Http.at(port);
    }

    public Answer ask(String client, String secret) {
        return send(client, secret, "grant_type=client_credentials");
    }

    public Answer ask(String client, String secret, String scope) {
        return send(client, secret, "grant_type=client_credentials&scope=" + scope);
    }

    private Answer send(String client, String secret, String form) {
        String basic = Base64.getEncoder().encodeToString((client + ":" + secret).getBytes(UTF_8));
        return http.post(
                "/oauth2/token",
                form,
                "Authorization",
                "Basic " + basic,
                "Content-Type",
                "application/x-www-form-urlencoded");
    }

    public SignedJWT token(String client, String secret) throws Exception {
        Answer answer = ask(client, secret);
        if (answer.status() != 200) {
            throw new AssertionError("no token: " + answer);
        }
        return SignedJWT.parse(answer.body().at("/access_token").asString());
    }

    public Answer jwks() {
        return http.get("/oauth2/jwks");
    }

    public List<String> publishedIds() throws Exception {
        return JWKSet.parse(jwks().text()).getKeys().stream().map(JWK::getKeyID).toList();
    }

    public boolean verifies(SignedJWT token) throws Exception {
        JWK key = JWKSet.parse(jwks().text()).getKeyByKeyId(token.getHeader().getKeyID());
        return key != null
                && token.verify(new DefaultJWSVerifierFactory()
                        .createJWSVerifier(token.getHeader(), ((AsymmetricJWK) key).toPublicKey()));
    }
}
