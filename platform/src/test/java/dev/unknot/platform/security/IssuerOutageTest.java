package dev.unknot.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.platform.test.Http;
import dev.unknot.platform.test.Tokens;
import dev.unknot.platform.web.OnTheWeb;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

@OnTheWeb
@TestPropertySource(properties = "unknot.security.jwks-uri=http://127.0.0.1:1/oauth2/jwks")
class IssuerOutageTest {

    @LocalServerPort
    int port;

    @Test
    void aServiceStartsWithoutItsIssuerAndSaysSoWhenATokenComes() {
        assertThat(Http.at(port).get("/open/board").status()).isEqualTo(200);

        var answer = Http.at(port).as(Tokens.owner()).get("/whoami");

        assertThat(answer.status()).as(answer.toString()).isEqualTo(503);
        assertThat(answer.code()).isEqualTo("temporarily-unavailable");
    }
}
