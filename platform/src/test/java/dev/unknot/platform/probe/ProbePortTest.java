package dev.unknot.platform.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.platform.test.Http;
import dev.unknot.platform.web.OnTheWeb;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

@OnTheWeb
@TestPropertySource(properties = "management.server.port=0")
@Timeout(60)
class ProbePortTest {

    @LocalServerPort
    int port;

    @LocalManagementPort
    int probes;

    @Test
    void probesAreAnsweredThereAndNowhereElse() {
        assertThat(Http.at(probes).get("/actuator/health/readiness").status()).isEqualTo(200);
        assertThat(Http.at(probes).get("/actuator/info").status()).isEqualTo(401);
        assertThat(Http.at(probes).get("/whoami").status()).isNotEqualTo(200);
        assertThat(Http.at(port).get("/actuator/health/readiness").status()).isNotEqualTo(200);
    }

    @Test
    void probesAreAnsweredWhileEveryCarrierOfVirtualThreadsComputes() throws Exception {
        int carriers = Runtime.getRuntime().availableProcessors();
        AtomicBoolean enough = new AtomicBoolean();
        CountDownLatch computing = new CountDownLatch(carriers);
        try {
            IntStream.range(0, carriers)
                    .forEach(i -> Thread.ofVirtual().start(() -> {
                        computing.countDown();
                        while (!enough.get()) {
                            Thread.onSpinWait();
                        }
                    }));
            computing.await();

            assertThat(Http.at(probes).get("/actuator/health/liveness").status())
                    .isEqualTo(200);
        } finally {
            enough.set(true);
        }
    }
}
