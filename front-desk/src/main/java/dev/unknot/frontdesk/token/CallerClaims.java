package dev.unknot.frontdesk.token;

import dev.unknot.common.access.TokenClaims;
import dev.unknot.frontdesk.signingkey.KeyRing;
import java.util.List;
import java.util.Objects;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.stereotype.Component;

/** Writes into a token who its bearer is to the clinic, and which key signs it. */
@Component
class CallerClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {

    static final String SUBJECT = "subject";

    private final KeyRing keys;

    CallerClaims(KeyRing keys) {
        this.keys = keys;
    }

    @Override
    public void customize(JwtEncodingContext token) {
        ClientSettings client = token.getRegisteredClient().getClientSettings();
        keys.nameSigner(token.getJwsHeader());
        token.getClaims()
                .subject(setting(client, SUBJECT))
                .audience(List.of(TokenClaims.AUDIENCE))
                .claim(TokenClaims.ROLE, setting(client, TokenClaims.ROLE))
                .claim(TokenClaims.LOCATIONS, setting(client, TokenClaims.LOCATIONS));
    }

    private static <T> T setting(ClientSettings client, String name) {
        T value = client.getSetting(name);
        return Objects.requireNonNull(value, name);
    }
}
