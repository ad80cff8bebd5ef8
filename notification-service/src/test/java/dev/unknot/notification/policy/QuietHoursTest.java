package dev.unknot.notification.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.common.time.TimeRange;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class QuietHoursTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final QuietHours night = quiet("21:00", "08:00");

    @Test
    void theNightIsQuietOnBothSidesOfMidnight() {
        TimeRange quiet = range("2026-11-24T20:00:00Z", "2026-11-25T07:00:00Z");

        assertThat(night.around(Instant.parse("2026-11-24T20:00:00Z"), BERLIN)).contains(quiet);
        assertThat(night.around(Instant.parse("2026-11-25T06:59:59Z"), BERLIN)).contains(quiet);
        assertThat(night.around(Instant.parse("2026-11-25T07:00:00Z"), BERLIN)).isEmpty();
        assertThat(night.around(Instant.parse("2026-11-24T19:59:59Z"), BERLIN)).isEmpty();
    }

    @Test
    void aRestAtNoonDoesNotPassMidnight() {
        QuietHours noon = quiet("12:00", "14:00");

        assertThat(noon.around(Instant.parse("2026-11-24T12:30:00Z"), BERLIN))
                .contains(range("2026-11-24T11:00:00Z", "2026-11-24T13:00:00Z"));
        assertThat(noon.around(Instant.parse("2026-11-24T23:30:00Z"), BERLIN)).isEmpty();
    }

    @Test
    void hoursThatEndWhereTheyBeginAreNone() {
        assertThat(quiet("08:00", "08:00").around(Instant.parse("2026-11-24T07:00:00Z"), BERLIN))
                .isEmpty();
    }

    @Test
    void theNightIsAnHourShorterInSpringAndAnHourLongerInAutumn() {
        assertThat(night.around(Instant.parse("2026-03-29T00:30:00Z"), BERLIN))
                .contains(range("2026-03-28T20:00:00Z", "2026-03-29T06:00:00Z"));
        assertThat(night.around(Instant.parse("2026-10-25T00:30:00Z"), BERLIN))
                .contains(range("2026-10-24T19:00:00Z", "2026-10-25T07:00:00Z"));
    }

    @Test
    void anHourThatComesTwiceIsQuietTwice() {
        assertThat(quiet("02:00", "02:30").around(Instant.parse("2026-10-25T00:00:00Z"), BERLIN))
                .contains(range("2026-10-25T00:00:00Z", "2026-10-25T01:30:00Z"));
    }

    @Test
    void anHourThatIsSkippedEndsTheQuietWithTheJump() {
        assertThat(quiet("01:00", "02:30").around(Instant.parse("2026-03-29T00:30:00Z"), BERLIN))
                .contains(range("2026-03-29T00:00:00Z", "2026-03-29T01:00:00Z"));
        assertThat(quiet("02:15", "02:45").around(Instant.parse("2026-03-29T01:00:00Z"), BERLIN))
                .isEmpty();
    }

    @Test
    void whatWouldFallIntoTheNightMovesToTheEveningBefore() {
        assertThat(night.before(Instant.parse("2026-11-25T05:30:00Z"), BERLIN))
                .isEqualTo(Instant.parse("2026-11-24T19:45:00Z"));
        assertThat(night.before(Instant.parse("2026-11-25T07:00:00Z"), BERLIN))
                .isEqualTo(Instant.parse("2026-11-25T07:00:00Z"));
    }

    private static QuietHours quiet(String from, String until) {
        return new QuietHours(LocalTime.parse(from), LocalTime.parse(until));
    }

    private static TimeRange range(String start, String end) {
        return new TimeRange(Instant.parse(start), Instant.parse(end));
    }
}
