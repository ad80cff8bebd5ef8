package dev.unknot.frontdesk.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unknot.platform.link.LinkAutoConfiguration;
import dev.unknot.platform.link.SignedLinks;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;

class VisitLinksTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final UUID VISIT = UUID.fromString("01900000-0000-7000-8000-0000000000f1");
    private static final InetAddress HERE = InetAddress.ofLiteral("192.0.2.1");
    private static final InetAddress ELSEWHERE = InetAddress.ofLiteral("192.0.2.2");

    private final ApplicationContextRunner desk = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(LinkAutoConfiguration.class))
            .withUserConfiguration(Desk.class, VisitLinks.class)
            .withPropertyValues("unknot.visits.bad-links=2");
    private final ApplicationContextRunner deskWithKeys =
            desk.withPropertyValues("unknot.links.keys=1:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");

    @Test
    void aLinkOpensTheVisitItNames() {
        deskWithKeys.run(context -> {
            VisitLinks links = context.getBean(VisitLinks.class);
            String token = context.getBean(SignedLinks.class).sign(VISIT, NOON.plusSeconds(1));

            assertThat(links.open(token, HERE).value()).isEqualTo(VISIT);
        });
    }

    @Test
    void whoTriesTooManyBadLinksIsShutOutAndAGoodLinkOpensFromThereAllTheSame() {
        deskWithKeys.run(context -> {
            VisitLinks links = context.getBean(VisitLinks.class);
            String token = context.getBean(SignedLinks.class).sign(VISIT, NOON.plusSeconds(1));
            refuses(404, () -> links.open("guess", HERE));
            refuses(404, () -> links.open("guess again", HERE));

            refuses(429, () -> links.open("guess once more", HERE));
            refuses(404, () -> links.open("guess", ELSEWHERE));

            assertThat(links.open(token, HERE).value()).isEqualTo(VISIT);
        });
    }

    @Test
    void withoutKeysNoLinkOpensAnything() {
        desk.run(context -> refuses(404, () -> context.getBean(VisitLinks.class).open("guess", HERE)));
    }

    private static void refuses(int status, ThrowingCallable open) {
        assertThatThrownBy(open)
                .isInstanceOfSatisfying(
                        DeadLink.class, dead -> assertThat(dead.status()).isEqualTo(status));
    }

    @EnableConfigurationProperties(VisitSettings.class)
    static class Desk {

        @Bean
        Clock clock() {
            return Clock.fixed(NOON, ZoneOffset.UTC);
        }
    }
}
