package dev.unknot.devstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClockChangeTest {

    @ParameterizedTest
    @CsvSource({"+23h, PT23H", "+90m, PT1H30M", "+2d, PT48H", "+1d2h30m, PT26H30M"})
    void movesForwardByDaysHoursAndMinutes(String word, Duration offset) {
        assertThat(ClockChange.apply(word, Duration.ZERO)).isEqualTo(offset);
    }

    @Test
    void movesOnFromWhereItWas() {
        assertThat(ClockChange.apply("+2h", Duration.ofHours(23))).isEqualTo(Duration.ofHours(25));
    }

    @Test
    void returnsToTheRealTime() {
        assertThat(ClockChange.apply("reset", Duration.ofHours(23))).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "+", "23h", "-2h", "+2x", "+2h3d", "tomorrow"})
    void refusesWhatItDoesNotUnderstandAndSaysWhatItWould(String word) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClockChange.apply(word, Duration.ZERO))
                .withMessageContaining("+1d2h30m")
                .withMessageContaining("'" + word + "'");
    }

    @Test
    void refusesToGoFartherThanServicesGo() {
        assertThatIllegalArgumentException().isThrownBy(() -> ClockChange.apply("+9999d", Duration.ZERO));
    }
}
