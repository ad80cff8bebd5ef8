package dev.unknot.booking.slot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.platform.test.Answer;
import dev.unknot.platform.test.Http;
import dev.unknot.platform.test.ServiceTest;
import dev.unknot.platform.test.Tokens;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Nobody answers at the broker's address, so the index cannot know what there is. */
@ServiceTest(properties = "spring.kafka.bootstrap-servers=localhost:1")
class UnfilledIndexTest {

    @Test
    void nothingIsOfferedBeforeTheIndexIsComplete(@LocalServerPort int port) {
        Http service = Http.at(port);

        assertThat(service.get("/actuator/health/liveness").status()).isEqualTo(200);
        assertThat(service.get("/actuator/health/readiness").status()).isEqualTo(503);
        Answer answer = service.as(Tokens.owner())
                .get(Practice.onTheThirdDayFrom(Instant.EPOCH)
                        .slots(UUID.randomUUID().toString()));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(503);
        assertThat(answer.code()).isEqualTo("not-ready");
        assertThat(answer.header("Retry-After")).isEqualTo("1");
    }
}
