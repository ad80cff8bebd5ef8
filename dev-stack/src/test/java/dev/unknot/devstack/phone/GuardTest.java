package dev.unknot.devstack.phone;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuardTest {

    private static final String HOST = "localhost:8090";

    @Test
    void aFormOfThePageItselfIsTaken() {
        assertThat(Guard.isOwnPage("http://localhost:8090", "same-origin", HOST))
                .isTrue();
    }

    @Test
    void aProgramThatIsNoBrowserIsTaken() {
        assertThat(Guard.isOwnPage(null, null, HOST)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "http://localhost:8091", "null", "http://", "::"})
    void aFormOfAnotherPageIsRefused(String origin) {
        assertThat(Guard.isOwnPage(origin, "cross-site", HOST)).isFalse();
    }

    @Test
    void aBrowserThatHidesTheOriginIsRefused() {
        assertThat(Guard.isOwnPage(null, "cross-site", HOST)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:8090", "127.0.0.1:8090", "[::1]:8090", "localhost"})
    void thisMachinesOwnNamesAreKnown(String host) {
        assertThat(Guard.isOwnName(host)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rebound.example:8090", "localhost.evil.example", ""})
    void aForeignNameThatPointsHereIsNot(String host) {
        assertThat(Guard.isOwnName(host)).isFalse();
    }
}
