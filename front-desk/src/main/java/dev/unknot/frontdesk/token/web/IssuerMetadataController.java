package dev.unknot.frontdesk.token.web;

import java.util.List;
import java.util.Objects;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** RFC 8414, section 2. Spring's own description cannot leave out the authorization endpoint, which does not exist here. */
@RestController
class IssuerMetadataController {

    private final AuthorizationServerSettings server;

    IssuerMetadataController(AuthorizationServerSettings server) {
        this.server = server;
    }

    @GetMapping("/.well-known/oauth-authorization-server")
    IssuerMetadata describe() {
        String issuer = Objects.requireNonNull(server.getIssuer());
        return new IssuerMetadata(
                issuer,
                issuer + server.getTokenEndpoint(),
                issuer + server.getJwkSetEndpoint(),
                List.of("client_credentials"),
                List.of("client_secret_basic"),
                List.of());
    }
}
