package dev.unknot.frontdesk.token;

import dev.unknot.common.access.TokenClaims;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.stereotype.Component;

/** The access clients as Spring Authorization Server wants to see them. What a token says travels in the client's settings. */
@Component
class ClientRegistrations implements RegisteredClientRepository {

    private final AccessClients clients;
    private final TokenIssuerSettings settings;

    ClientRegistrations(AccessClients clients, TokenIssuerSettings settings) {
        this.clients = clients;
        this.settings = settings;
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return findByClientId(id);
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String clientId) {
        return clients.find(clientId).map(this::registered).orElse(null);
    }

    /** Called when a stronger hash of the secret is due; the rest of a client is not changed this way. */
    @Override
    public void save(RegisteredClient registered) {
        String hash = registered.getClientSecret();
        if (hash != null) {
            clients.hash(registered.getClientId(), hash);
        }
    }

    private RegisteredClient registered(AccessClient client) {
        return RegisteredClient.withId(client.id())
                .clientId(client.id())
                .clientSecret(client.secretHash())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .scopes(scopes -> scopes.addAll(client.scopeCodes()))
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(settings.ttl())
                        .build())
                .clientSettings(ClientSettings.builder()
                        .setting(CallerClaims.SUBJECT, client.subject())
                        .setting(TokenClaims.ROLE, client.role().code())
                        .setting(TokenClaims.LOCATIONS, client.locationCodes())
                        .build())
                .build();
    }
}
