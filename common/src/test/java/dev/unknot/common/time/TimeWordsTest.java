package dev.unknot.common.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeWordsTest {

    private static final LocalDateTime START = LocalDateTime.of(2026, 11, 24, 14, 30);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | US | 2:30 PM | Tue, Nov 24 | Tuesday, November 24, 2026",
                "en | GB | 14:30 | Tue 24 Nov | Tuesday, 24 November 2026",
                "en | AU | 2:30 pm | Tue, 24 Nov | Tuesday, 24 November 2026",
                "en | DE | 14:30 | Tue, 24 Nov | Tuesday, 24 November 2026",
                "de | DE | 14:30 | Di., 24.11. | Dienstag, 24. November 2026",
                "de | US | 14:30 | Di., 24.11. | Dienstag, 24. November 2026",
                "de | | 14:30 | Di., 24.11. | Dienstag, 24. November 2026"
            })
    void aLanguageWritesTimesAsTheCountryDoes(
            String language, @Nullable String country, String time, String shortDay, String day) {
        TimeWords words = TimeWords.of(Locale.of(language), country);

        // CLDR puts a narrow space that does not break before AM and PM.
        assertThat(words.time(START).replace('\u202f', ' ')).isEqualTo(time);
        assertThat(words.shortDay(START)).isEqualTo(shortDay);
        assertThat(words.day(START)).isEqualTo(day);
    }
}
