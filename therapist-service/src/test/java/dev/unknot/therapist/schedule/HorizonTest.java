package dev.unknot.therapist.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.common.time.TimeRange;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class HorizonTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    @Test
    void itIsTodayAndTheDaysAfterOnTheLocationsCalendar() {
        Horizon horizon = Horizon.at(Instant.parse("2026-11-22T23:30:00Z"), List.of(BERLIN), 180);

        assertThat(horizon.known()).isEqualTo(range("2026-11-22T23:00:00Z", "2027-05-22T22:00:00Z"));
        assertThat(horizon.fresh()).isEqualTo(range("2026-11-22T23:00:00Z", "2026-11-23T23:00:00Z"));
    }

    @Test
    void acrossZonesItReachesAsFarAsAnyAndIsFreshWhileItIsTodayInAll() {
        Horizon horizon = Horizon.at(Instant.parse("2026-11-22T23:30:00Z"), List.of(BERLIN, NEW_YORK), 1);

        assertThat(horizon.known()).isEqualTo(range("2026-11-22T05:00:00Z", "2026-11-24T23:00:00Z"));
        assertThat(horizon.fresh()).isEqualTo(range("2026-11-22T23:00:00Z", "2026-11-23T05:00:00Z"));
    }

    private static TimeRange range(String start, String end) {
        return new TimeRange(Instant.parse(start), Instant.parse(end));
    }
}
