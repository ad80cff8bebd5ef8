package dev.unknot.frontdesk.token;

import dev.unknot.common.access.Role;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is issued to whom.
 *
 * @param issuer {@code iss} of all tokens, this front desk's address as services know it
 * @param ttl how long a token is good
 * @param devClients development only: clients put into the database at start, with their secrets in plain text
 */
@ConfigurationProperties("unknot.tokens")
record TokenIssuerSettings(
        @DefaultValue("http://localhost:8080") String issuer,
        @DefaultValue("10m") Duration ttl,
        @DefaultValue List<DevClient> devClients) {

    /**
     * @param role a code such as {@code front-desk}
     * @param locations ids; empty for all
     */
    record DevClient(
            String id,
            String secret,
            Role role,
            String subject,
            @DefaultValue List<UUID> locations) {}
}
