package dev.unknot.platform.clock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.platform.test.Http;
import dev.unknot.platform.test.Tokens;
import dev.unknot.platform.web.OnTheWeb;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.test.web.server.LocalServerPort;

@OnTheWeb
class MovableClockTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @LocalServerPort
    int port;

    @Autowired
    Clock clock;

    @AfterEach
    void backToRealTime() {
        ((MovableClock) clock).offset(Duration.ZERO);
    }

    @Test
    void itRunsAheadOfItsBase() {
        var ahead = new MovableClock(Clock.fixed(NOON, ZoneOffset.UTC), Duration.ofHours(1));

        ahead.moveBy(Duration.ofMinutes(30));

        assertThat(ahead.instant()).isEqualTo(NOON.plus(Duration.ofMinutes(90)));
        ahead.set(NOON.minusSeconds(60));
        assertThat(ahead.offset()).isEqualTo(Duration.ofMinutes(-1));
        assertThat(ahead.withZone(ZoneId.of("Europe/Berlin")).instant()).isEqualTo(NOON.minusSeconds(60));
    }

    @Test
    void itIsReadAndMovedWithoutAToken() {
        Http anyone = Http.at(port);

        var moved = anyone.post("/dev/clock", "{\"offset\": \"PT23H\"}");

        assertThat(moved.status()).as(moved.toString()).isEqualTo(200);
        assertThat(moved.body().at("/offset").asString()).isEqualTo("PT23H");
        assertThat(clock.instant()).isAfter(Clock.systemUTC().instant().plus(Duration.ofHours(22)));
        assertThat(anyone.get("/dev/clock").body().at("/offset").asString()).isEqualTo("PT23H");
        assertThat(anyone.post("/dev/clock", "{\"offset\": \"PT999999H\"}").status())
                .isEqualTo(400);
        assertThat(anyone.post("/dev/clock", "{}").status()).isEqualTo(400);
    }

    @Test
    void aTokenEndsByRealTime() {
        ((MovableClock) clock).offset(Duration.ofDays(400));

        assertThat(Http.at(port).as(Tokens.owner()).get("/whoami").status()).isEqualTo(200);
    }

    @Test
    void elsewhereTimeCannotBeMoved() {
        new WebApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(ClockAutoConfiguration.class))
                .run(context -> assertThat(context)
                        .doesNotHaveBean(MovableClock.class)
                        .doesNotHaveBean(ClockEndpoint.class)
                        .hasSingleBean(Clock.class));
    }
}
