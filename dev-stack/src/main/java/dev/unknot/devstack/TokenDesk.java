package dev.unknot.devstack;

import dev.unknot.common.access.Role;
import dev.unknot.common.location.LocationId;
import dev.unknot.platform.test.Answer;
import dev.unknot.platform.test.Http;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import javax.sql.DataSource;

/** Gets access tokens from front-desk in the way any program does, for clients it registers there as an operator would. */
final class TokenDesk {

    private final URI frontDesk;
    private final DataSource accounts;
    private final String secret;

    /** @param accounts front-desk's database */
    TokenDesk(URI frontDesk, DataSource accounts, Secrets secrets) {
        this.frontDesk = frontDesk;
        this.accounts = accounts;
        this.secret = secrets.clientSecret();
    }

    String token(Role role, String subject, LocationId... locations) {
        return request(frontDesk, register(role, subject, locations), secret);
    }

    /** A token for a client front-desk knows. */
    static String request(URI frontDesk, String client, String secret) {
        String pair = Base64.getEncoder().encodeToString((client + ":" + secret).getBytes(StandardCharsets.UTF_8));
        Answer answer = Http.at(frontDesk)
                .post(
                        "/oauth2/token",
                        "grant_type=client_credentials",
                        "Authorization",
                        "Basic " + pair,
                        "Content-Type",
                        "application/x-www-form-urlencoded");
        if (answer.status() != 200) {
            throw new IllegalStateException("front-desk gave no token: " + answer);
        }
        return answer.body().path("access_token").asString();
    }

    private String register(Role role, String subject, LocationId... locations) {
        UUID[] ids = Arrays.stream(locations).map(LocationId::value).sorted().toArray(UUID[]::new);
        String facts = role.code() + subject + Arrays.toString(ids);
        String client = "dev-" + UUID.nameUUIDFromBytes(facts.getBytes(StandardCharsets.UTF_8));
        try (Connection connection = accounts.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        INSERT INTO access_clients (id, secret_hash, subject, role, all_locations, locations)
                        VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""")) {
            insert.setString(1, client);
            // As it is: front-desk replaces it by a hash when it is first used.
            insert.setString(2, "{noop}" + secret);
            insert.setString(3, subject);
            insert.setString(4, role.code());
            insert.setBoolean(5, ids.length == 0);
            insert.setArray(6, connection.createArrayOf("uuid", ids));
            insert.executeUpdate();
            return client;
        } catch (SQLException e) {
            throw new IllegalStateException("a client for tokens cannot be registered: " + e.getMessage(), e);
        }
    }
}
