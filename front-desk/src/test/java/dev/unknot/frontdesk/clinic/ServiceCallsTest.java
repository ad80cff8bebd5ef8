package dev.unknot.frontdesk.clinic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.unknot.platform.test.Certificate;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemSslStore;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;
import tools.jackson.databind.json.JsonMapper;

class ServiceCallsTest {

    @TempDir
    Path directory;

    @Test
    void aServiceIsBelievedByTheCertificatesOfItsBundleOnly() throws IOException {
        HttpsServer house = service(Certificate.draw(directory, "house"));
        HttpsServer stranger = service(Certificate.draw(directory, "stranger"));
        try {
            assertThat(treatments(house, "house").list(new Bearer("t"), null).items())
                    .isEmpty();
            assertThatThrownBy(() -> treatments(stranger, "house").list(new Bearer("t"), null))
                    .isInstanceOf(Refused.class);
            assertThatThrownBy(() -> treatments(house, null).list(new Bearer("t"), null))
                    .isInstanceOf(Refused.class);
        } finally {
            house.stop(0);
            stranger.stop(0);
        }
    }

    @Test
    void withABundleNoServiceIsCalledInPlainText() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(URI.create("http://booking-service:8081"), "house"))
                .withMessageContaining("unknot.services.ssl-bundle");
    }

    private Treatments treatments(HttpsServer service, @Nullable String bundle) {
        URI address = URI.create("https://localhost:" + service.getAddress().getPort());
        PemSslStore trusted =
                PemSslStore.load(PemSslStoreDetails.forCertificate("file:" + directory.resolve("house.pem")));
        var bundles = new DefaultSslBundleRegistry("house", SslBundle.of(new PemSslStoreBundle(null, trusted)));
        return new ServiceCalls(settings(address, bundle), bundles, JsonMapper.shared())
                .to(address)
                .createClient(Treatments.class);
    }

    private static ServiceSettings settings(URI address, @Nullable String bundle) {
        Duration patience = Duration.ofSeconds(30);
        return new ServiceSettings(address, address, address, patience, patience, bundle);
    }

    private static HttpsServer service(Certificate certificate) throws IOException {
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(certificate.server()));
        byte[] nothing = "{\"items\": []}".getBytes(StandardCharsets.UTF_8);
        server.createContext("/api/v1/treatments", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, nothing.length);
            exchange.getResponseBody().write(nothing);
            exchange.close();
        });
        server.start();
        return server;
    }
}
