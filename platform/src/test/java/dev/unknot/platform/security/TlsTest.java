package dev.unknot.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.unknot.common.access.Role;
import dev.unknot.platform.PlatformTest;
import dev.unknot.platform.test.Certificate;
import dev.unknot.platform.test.Http;
import dev.unknot.platform.test.Infrastructure;
import dev.unknot.platform.test.Ports;
import dev.unknot.platform.test.Probe;
import dev.unknot.platform.test.Tokens;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** With the settings of docs/tls.md a service is called by TLS, and so calls its issuer and its database, the relay too. */
@SpringBootTest(
        classes = PlatformTest.EmptyService.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.application.name=tls-test",
            "unknot.security.issuer=" + Tokens.ISSUER,
            "unknot.security.ssl-bundle=house",
            "server.ssl.bundle=house",
            "spring.datasource.username=postgres",
            "spring.datasource.password=not-asked-for",
            "spring.datasource.hikari.data-source-properties.sslmode=verify-full"
        })
@DirtiesContext
class TlsTest {

    @TempDir
    static Path directory;

    private static EmbeddedPostgres database;
    private static HttpsServer issuer;
    private static HttpsServer stranger;

    @LocalServerPort
    int port;

    @Autowired
    SslBundles bundles;

    @Autowired
    JdbcClient jdbc;

    @BeforeAll
    static void anIssuerAStrangerAndADatabase() throws IOException, SQLException {
        Certificate house = Certificate.draw(directory, "house");
        issuer = issuer(house);
        stranger = issuer(Certificate.draw(directory, "stranger"));
        Path rules = Files.writeString(directory.resolve("pg_hba.conf"), """
                hostssl unknot   all 127.0.0.1/32 trust clientcert=verify-ca
                host    postgres all 127.0.0.1/32 trust
                """);
        database = EmbeddedPostgres.builder()
                .setDataDirectory(directory.resolve("postgres"))
                .setPort(Ports.free())
                .setPGStartupWait(Duration.ofSeconds(60))
                .setServerConfig("hba_file", rules.toString())
                .setServerConfig("ssl", "on")
                .setServerConfig("ssl_cert_file", house.pem().toString())
                .setServerConfig("ssl_key_file", house.key().toString())
                .setServerConfig("ssl_ca_file", house.pem().toString())
                .start();
        try (Connection connection = database.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE unknot");
        }
    }

    @AfterAll
    static void end() throws IOException {
        issuer.stop(0);
        stranger.stop(0);
        database.close();
    }

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        String bundle = "spring.ssl.bundle.pem.house.";
        settings.add(bundle + "truststore.certificate", () -> file("house.pem"));
        settings.add(bundle + "keystore.certificate", () -> file("house.pem"));
        settings.add(bundle + "keystore.private-key", () -> file("house.key"));
        String driver = "spring.datasource.hikari.data-source-properties.";
        settings.add(
                driver + "sslrootcert", () -> directory.resolve("house.pem").toString());
        settings.add(driver + "sslkey", () -> directory.resolve("house.p12").toString());
        settings.add(driver + "sslpassword", () -> Certificate.PASSWORD);
        settings.add("spring.datasource.url", () -> "jdbc:postgresql://localhost:" + database.getPort() + "/unknot");
        settings.add(
                "spring.kafka.bootstrap-servers", () -> Infrastructure.get().bootstrapServers());
        settings.add("unknot.topic-prefix", () -> Infrastructure.get().newTopicPrefix());
        settings.add("unknot.security.jwks-uri", () -> keysOf(issuer));
    }

    @Test
    void whoBelievesTheHouseIsAnsweredAndTheTokenIsProvedByAnIssuerOfTheHouse() throws Exception {
        HttpClient ofTheHouse = HttpClient.newBuilder()
                .sslContext(bundles.getBundle("house").createSslContext())
                .build();

        assertThat(ofTheHouse
                        .send(audit(), HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aStrangersCertificateIsBelievedByNobody() {
        assertThatThrownBy(() -> HttpClient.newHttpClient().send(audit(), HttpResponse.BodyHandlers.ofString()))
                .isInstanceOf(SSLHandshakeException.class);
        assertThatThrownBy(() -> Jwks.decoder(asking(stranger), bundles).decode(Tokens.owner()))
                .isInstanceOf(JwtException.class)
                .hasStackTraceContaining("PKIX path");
        assertThat(Jwks.decoder(asking(issuer), bundles)
                        .decode(Tokens.of(Role.OWNER, "olga"))
                        .getSubject())
                .isEqualTo("olga");
    }

    @Test
    void theDatabaseIsSpokenToByThePoolAndTheRelayAsItIsSet() {
        Probe.waitUntil(
                "the relay and the pool are connected by TLS, with their certificate",
                () -> jdbc.sql("""
                        SELECT application_name FROM pg_stat_activity JOIN pg_stat_ssl USING (pid)
                        WHERE datname = 'unknot' AND ssl AND client_dn = '/CN=localhost'
                        """).query(String.class).set().containsAll(List.of("tls-test", "outbox-relay")));
    }

    private static String file(String name) {
        return "file:" + directory.resolve(name);
    }

    private HttpRequest audit() {
        return HttpRequest.newBuilder(URI.create("https://localhost:" + port + "/api/v1/audit"))
                .header("Authorization", "Bearer " + Tokens.owner())
                .build();
    }

    private static SecuritySettings asking(HttpsServer server) {
        return new SecuritySettings(
                true,
                URI.create(keysOf(server)),
                Tokens.ISSUER,
                List.of(),
                List.of(),
                Duration.ofSeconds(20),
                Duration.ofMinutes(5),
                "house");
    }

    private static String keysOf(HttpsServer server) {
        return "https://localhost:" + server.getAddress().getPort() + "/oauth2/jwks";
    }

    /** Publishes the same keys as ever, by TLS. */
    private static HttpsServer issuer(Certificate certificate) {
        URI plain = URI.create(Tokens.jwksUri());
        byte[] keys = Http.at(plain.resolve("/")).get("oauth2/jwks").text().getBytes(StandardCharsets.UTF_8);
        try {
            HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setHttpsConfigurator(new HttpsConfigurator(certificate.server()));
            server.createContext("/oauth2/jwks", exchange -> {
                exchange.getResponseHeaders().add("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, keys.length);
                exchange.getResponseBody().write(keys);
                exchange.close();
            });
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
