package dev.unknot.frontdesk.token;

import dev.unknot.common.access.Role;
import dev.unknot.common.access.Scope;
import dev.unknot.common.access.TokenClaims;
import dev.unknot.frontdesk.signingkey.KeyRing;
import dev.unknot.platform.clock.RealTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.stereotype.Component;

/** Writes into a token who its bearer is to the clinic, and which key signs it. */
@Component
class CallerClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {

    static final String SUBJECT = "subject";

    private final KeyRing keys;
    private final AccessClients clients;
    private final RealTime time;

    CallerClaims(KeyRing keys, AccessClients clients, RealTime time) {
        this.keys = keys;
        this.clients = clients;
        this.time = time;
    }

    @Override
    public void customize(JwtEncodingContext token) {
        RegisteredClient registered = token.getRegisteredClient();
        ClientSettings client = registered.getClientSettings();
        Set<String> scopes = scopes(token, registered);
        keys.nameSigner(token.getJwsHeader());
        token.getClaims()
                .subject(setting(client, SUBJECT))
                .audience(List.of(TokenClaims.AUDIENCE))
                .claim(TokenClaims.ROLE, role(client, scopes))
                .claim(TokenClaims.LOCATIONS, setting(client, TokenClaims.LOCATIONS));
        if (!scopes.isEmpty()) {
            token.getClaims().claim(TokenClaims.SCOPE, scopes);
        }
        clients.used(registered.getClientId(), time.clock().instant());
    }

    /** Those asked for, of which the client has each; all of the client's where none was asked for. */
    private static Set<String> scopes(JwtEncodingContext token, RegisteredClient registered) {
        return token.getAuthorizedScopes().isEmpty() ? registered.getScopes() : token.getAuthorizedScopes();
    }

    private static String role(ClientSettings client, Set<String> scopes) {
        return scopes.contains(Scope.MANAGE.code()) ? Role.MANAGER.code() : setting(client, TokenClaims.ROLE);
    }

    private static <T> T setting(ClientSettings client, String name) {
        T value = client.getSetting(name);
        return Objects.requireNonNull(value, name);
    }
}
