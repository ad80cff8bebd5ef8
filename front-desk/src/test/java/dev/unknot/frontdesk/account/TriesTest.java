package dev.unknot.frontdesk.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TriesTest {

    private static final Instant NOON = Instant.parse("2026-03-29T12:00:00Z");
    private static final int LIMIT = 5;

    @Test
    void aPauseDoublesFromAMinuteToAnHour() {
        Tries tries = Tries.none(NOON);
        for (int i = 1; i < LIMIT; i++) {
            tries = tries.andOneMore(LIMIT, NOON);
            assertThat(tries.pausedAt(NOON)).isFalse();
        }
        for (int minutes : new int[] {1, 2, 4, 8, 16, 32, 60, 60}) {
            tries = tries.andOneMore(LIMIT, NOON);
            assertThat(tries.lockedUntil()).isEqualTo(NOON.plus(Duration.ofMinutes(minutes)));
        }
        for (int i = 0; i < 200; i++) {
            tries = tries.andOneMore(LIMIT, NOON);
        }
        assertThat(tries.lockedUntil()).isEqualTo(NOON.plus(Duration.ofHours(1)));
    }

    @Test
    void afterADayOfQuietTheCountBeginsAgain() {
        Tries tries = new Tries(40, NOON, NOON.plusSeconds(3600));

        assertThat(tries.andOneMore(LIMIT, NOON.plus(Duration.ofHours(24)))).satisfies(fresh -> {
            assertThat(fresh.attempts()).isEqualTo(1);
            assertThat(fresh.lockedUntil()).isNull();
        });
    }
}
