package dev.unknot.common.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;

class TimeRangeTest {

    private static final Instant NINE = Instant.parse("2026-03-29T09:00:00Z");
    private static final Instant TEN = Instant.parse("2026-03-29T10:00:00Z");
    private static final Instant ELEVEN = Instant.parse("2026-03-29T11:00:00Z");

    @Test
    void rangesThatTouchDoNotOverlap() {
        assertThat(new TimeRange(NINE, TEN).overlaps(new TimeRange(TEN, ELEVEN)))
                .isFalse();
        assertThat(new TimeRange(TEN, ELEVEN).overlaps(new TimeRange(NINE, TEN)))
                .isFalse();
    }

    @Test
    void rangesThatShareASecondOverlap() {
        assertThat(new TimeRange(NINE, TEN.plusSeconds(1)).overlaps(new TimeRange(TEN, ELEVEN)))
                .isTrue();
    }

    @Test
    void startIsInsideAndEndIsNot() {
        TimeRange range = new TimeRange(NINE, TEN);

        assertThat(range.contains(NINE)).isTrue();
        assertThat(range.contains(TEN)).isFalse();
        assertThat(range.encloses(range)).isTrue();
    }

    @Test
    void emptyOrReversedRangeIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new TimeRange(NINE, NINE));
        assertThatIllegalArgumentException().isThrownBy(() -> new TimeRange(TEN, NINE));
    }

    @Test
    void paddingAddsTimeAtBothEndsAndIsNeverNegative() {
        TimeRange padded = new TimeRange(NINE, TEN).padded(Duration.ofMinutes(5), Duration.ofMinutes(10));

        assertThat(padded.length()).isEqualTo(Duration.ofMinutes(75));
        assertThatIllegalArgumentException().isThrownBy(() -> padded.padded(Duration.ofMinutes(-5), Duration.ZERO));
    }

    @Test
    void gridHoldsWholeFiveMinutesOnly() {
        assertThat(Grid.fits(NINE.plusSeconds(300))).isTrue();
        assertThat(Grid.fits(NINE.plusSeconds(299))).isFalse();
        assertThat(Grid.fits(NINE.plusNanos(1))).isFalse();
        assertThat(Grid.fits(LocalTime.of(23, 55))).isTrue();
        assertThat(Grid.fits(LocalTime.of(23, 55, 1))).isFalse();
        assertThat(Grid.instant(Grid.cell(NINE.plusSeconds(299)))).isEqualTo(NINE);
        assertThat(Grid.instant(Grid.cell(Instant.parse("1969-12-31T23:58:00Z"))))
                .isEqualTo(Instant.parse("1969-12-31T23:55:00Z"));
    }
}
