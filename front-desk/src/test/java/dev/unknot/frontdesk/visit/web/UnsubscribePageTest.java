package dev.unknot.frontdesk.visit.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.frontdesk.FakeClinic;
import dev.unknot.frontdesk.FrontDeskTest;
import dev.unknot.platform.link.SignedLinks;
import dev.unknot.platform.test.Answer;
import dev.unknot.platform.test.Http;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@FrontDeskTest
class UnsubscribePageTest {

    private static final FakeClinic CLINIC = new FakeClinic();

    @LocalServerPort
    int port;

    @Autowired
    SignedLinks links;

    @Autowired
    Clock clock;

    private String token = "";
    private String page = "";

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        CLINIC.putInto(settings);
        settings.add("unknot.links.keys", () -> "1:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");
    }

    @BeforeEach
    void aMailWithALink() {
        CLINIC.reset();
        token = links.sign(UUID.randomUUID(), clock.instant().plus(Duration.ofDays(400)));
        CLINIC.takes("/api/v1/unsubscriptions/" + token, Map.of());
        page = "/unsubscribe/" + token;
    }

    @Test
    void readingThePageAsksAndChangesNothing() {
        Answer asked = client().get(page);

        assertThat(asked.status()).isEqualTo(200);
        assertThat(asked.text()).contains("No more emails about your visits?", "method=\"post\"", "Stop the emails");
        assertThat(client().get(page + "?lang=de").text()).contains("Keine E-Mails mehr", "lang=de");
        assertThat(CLINIC.changes()).isEmpty();
    }

    @Test
    void aMailProgramUnsubscribesByOnePostWithoutAPage() {
        Answer done = post(page, "List-Unsubscribe=One-Click");

        assertThat(done.status()).isEqualTo(200);
        assertThat(done.text()).contains("You get no more emails from us");
        assertThat(CLINIC.asked("POST", "/unsubscriptions/" + token)).hasSize(1);
    }

    @Test
    void aLinkThatWeDidNotSignOpensNothing() {
        Answer forged = post("/unsubscribe/" + "x".repeat(42), "List-Unsubscribe=One-Click");

        assertThat(forged.status()).isEqualTo(404);
        assertThat(CLINIC.changes()).isEmpty();
    }

    @Test
    void aMailThatIsNoMoreIsNotAskedForAgain() {
        CLINIC.refuses("/api/v1/unsubscriptions/" + token, 404, "not-found");

        assertThat(post(page, "List-Unsubscribe=One-Click").status()).isEqualTo(410);
    }

    @Test
    void aServiceThatIsAwayMakesTheMailProgramTryAgain() {
        CLINIC.isDown();

        assertThat(post(page, "").status()).isEqualTo(503);
    }

    private Answer post(String path, String form) {
        return client().post(path, form, "Content-Type", "application/x-www-form-urlencoded");
    }

    private Http client() {
        return Http.at(port).with("Accept", "text/html");
    }
}
