package dev.unknot.frontdesk.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BadLinksTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Duration WINDOW = Duration.ofMinutes(10);

    private final BadLinks links = new BadLinks(3, WINDOW, 2);

    @Test
    void tooManyBadLinksShutTheDoorForTheRestOfTheWindow() {
        tries("192.0.2.1", 2);
        assertThat(shut("192.0.2.1", NOON)).isFalse();

        tries("192.0.2.1", 1);

        assertThat(shut("192.0.2.1", NOON)).isTrue();
        assertThat(shut("192.0.2.2", NOON)).isFalse();
        assertThat(shut("192.0.2.1", NOON.plus(WINDOW))).isFalse();
    }

    @Test
    void aNewWindowCountsFromNothing() {
        tries("192.0.2.1", 3);

        links.count(InetAddress.ofLiteral("192.0.2.1"), NOON.plus(WINDOW));

        assertThat(shut("192.0.2.1", NOON.plus(WINDOW))).isFalse();
    }

    @Test
    void aHouseholdsIpv6NetworkIsOneAddress() {
        tries("2001:db8:1:2::1", 3);

        assertThat(shut("2001:db8:1:2:ffff::9", NOON)).isTrue();
        assertThat(shut("2001:db8:1:3::1", NOON)).isFalse();
    }

    @Test
    void itRemembersNoMoreAddressesThanItMay() {
        tries("192.0.2.1", 3);
        tries("192.0.2.2", 1);
        tries("192.0.2.3", 1);

        assertThat(shut("192.0.2.1", NOON)).isFalse();
    }

    private void tries(String address, int times) {
        for (int i = 0; i < times; i++) {
            links.count(InetAddress.ofLiteral(address), NOON);
        }
    }

    private boolean shut(String address, Instant now) {
        return links.shut(InetAddress.ofLiteral(address), now);
    }
}
