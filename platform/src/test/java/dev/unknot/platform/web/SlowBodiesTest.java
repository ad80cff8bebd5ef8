package dev.unknot.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.platform.test.Answer;
import dev.unknot.platform.test.Tokens;
import dev.unknot.platform.test.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Each returns once the connection is closed. */
@OnTheWeb
@Timeout(60)
class SlowBodiesTest {

    @LocalServerPort
    int port;

    @Test
    void aBodyThatDripsIsRefusedAndItsConnectionClosed() {
        Answer answer = Wire.to(port)
                .drips("POST /notices", "Content-Type: application/json", "Authorization: Bearer " + Tokens.owner());

        assertThat(answer.status()).as(answer.toString()).isEqualTo(408);
        assertThat(answer.body().at("/code").asString()).isEqualTo("request-timeout");
    }

    @Test
    void aFormThatDripsIsNotReadToTheEnd() {
        Answer answer = Wire.to(port)
                .drips(
                        "POST /notices",
                        "Content-Type: application/x-www-form-urlencoded",
                        "Authorization: Bearer " + Tokens.owner());

        // Tomcat reads forms itself, and may close the connection without a word.
        assertThat(answer.status()).as(answer.toString()).isIn(0, 408);
    }

    @Test
    void whoMayNotSendOneIsNotReadToTheEnd() {
        assertThat(Wire.to(port)
                        .drips("POST /notices", "Content-Type: application/json")
                        .status())
                .isEqualTo(401);
    }
}
