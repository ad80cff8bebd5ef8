package dev.unknot.notification.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.common.money.Money;
import dev.unknot.common.treatment.TranslatedName;
import dev.unknot.notification.clinic.Location;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SayingTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void aSeriesSaysHowItGoesOn() {
        assertThat(rhythm(Locale.ENGLISH, "2026-11-30T10:00", "2026-12-07T10:00", "2026-12-14T10:00"))
                .isEqualTo("then every Monday");
        assertThat(rhythm(Locale.GERMAN, "2026-11-30T10:00", "2026-12-14T10:00", "2026-12-28T10:00"))
                .isEqualTo("danach alle 2 Wochen");
    }

    @Test
    void aSeriesWithAGapOrAnotherTimeSaysWhereItEnds() {
        assertThat(rhythm(Locale.ENGLISH, "2026-11-30T10:00", "2026-12-07T10:00", "2026-12-21T10:00"))
                .startsWith("last on ");
        assertThat(rhythm(Locale.GERMAN, "2026-11-30T10:00", "2026-12-07T11:00"))
                .startsWith("zuletzt am ");
    }

    @Test
    void theWallClockCountsWhenTheClocksChange() {
        assertThat(rhythm(Locale.ENGLISH, "2026-10-19T10:00", "2026-10-26T10:00"))
                .isEqualTo("then every Monday");
    }

    @Test
    void whatIsTheSameIsNotCalledDifferent() {
        assertThat(changes(
                        Locale.ENGLISH,
                        said("2026-11-30T10:00", 60, "Mira", 9000),
                        said("2026-11-30T10:00", 60, "Mira", 9000)))
                .isEmpty();
    }

    @Test
    void eachDifferenceIsNamed() {
        assertThat(changes(
                        Locale.ENGLISH,
                        said("2026-11-30T11:00", 60, "Anton", 8200),
                        said("2026-11-30T10:00", 30, "Mira", 4800)))
                .containsExactly(
                        "11:00 instead of 10:00",
                        "60 min instead of 30",
                        "with Anton instead of Mira",
                        "€82 instead of €48");
        assertThat(changes(
                        Locale.GERMAN,
                        said("2026-11-30T10:00", 60, "Mira", 8250),
                        said("2026-11-30T10:00", 60, "Mira", 8200)))
                .containsExactly("82,50\u00a0€ statt 82\u00a0€");
    }

    @Test
    void anotherDaySaysBothDays() {
        assertThat(changes(
                        Locale.ENGLISH,
                        said("2026-12-01T10:00", 60, "Mira", 9000),
                        said("2026-11-30T10:00", 60, "Mira", 9000)))
                .singleElement()
                .satisfies(change -> assertThat(change).contains("1 Dec", "instead of", "30 Nov"));
    }

    @Test
    void aPriceThatWasNotKeptIsNotCompared() {
        assertThat(changes(
                        Locale.ENGLISH,
                        said("2026-11-30T10:00", 60, "Mira", 9000),
                        new Said(said("2026-11-30T10:00", 60, "Mira", 0).facts(), null, null)))
                .isEmpty();
    }

    private static @Nullable String rhythm(Locale locale, String... starts) {
        return new Saying(Stream.of(starts)
                        .map(start -> said(start, 60, "Mira", 9000))
                        .toList())
                .in(locale)
                .get("rhythm");
    }

    private static List<String> changes(Locale locale, Said now, Said before) {
        return Differences.of(new Said(now.facts(), now.price(), before), locale);
    }

    private static Said said(String start, int minutes, String therapist, long price) {
        return new Said(
                new Facts(
                        "Ada Byron",
                        new Location("Harbour Massage", BERLIN, "Quay 1", "20457 Portside", "DE", "+4940123456", null),
                        new TranslatedName("Swedish massage", Map.of()),
                        minutes,
                        therapist,
                        LocalDateTime.parse(start).atZone(BERLIN),
                        false,
                        "https://unknot.example/visit/x"),
                new Money(price, "EUR"),
                null);
    }
}
