package dev.unknot.frontdesk.visit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.common.appointment.Slot;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.location.RoomId;
import dev.unknot.common.money.Money;
import dev.unknot.common.therapist.TherapistId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FreeTimesTest {

    private static final TherapistId MIRA = new TherapistId(new UUID(0, 1));
    private static final TherapistId JONAS = new TherapistId(new UUID(0, 2));
    private static final Instant NEVER = Instant.EPOCH;

    @Test
    void daysAreTheClinicsOwn() {
        List<FreeDay> days = FreeTimes.byDay(
                MIRA,
                List.of(slot("2026-11-26T04:30:00Z", MIRA), slot("2026-11-26T05:30:00Z", MIRA)),
                List.of(),
                NEVER);

        assertThat(days)
                .extracting(FreeDay::date)
                .containsExactly(LocalDate.of(2026, 11, 25), LocalDate.of(2026, 11, 26));
    }

    @Test
    void whoTheClientKnowsComesBeforeWhoeverElseIsFreeThen() {
        List<FreeDay> days = FreeTimes.byDay(
                MIRA,
                List.of(slot("2026-11-26T16:00:00Z", MIRA)),
                List.of(slot("2026-11-26T15:00:00Z", JONAS), slot("2026-11-26T16:00:00Z", JONAS)),
                NEVER);

        assertThat(days.getFirst().known()).extracting(FreeTime::therapistId).containsExactly(MIRA);
        assertThat(days.getFirst().others()).extracting(FreeTime::therapistId).containsExactly(JONAS);
    }

    @Test
    void whenTheVisitIsNowIsNoTimeToMoveTo() {
        List<FreeDay> days = FreeTimes.byDay(
                MIRA,
                List.of(slot("2026-11-26T16:00:00Z", MIRA)),
                List.of(slot("2026-11-26T16:00:00Z", JONAS)),
                Instant.parse("2026-11-26T16:00:00Z"));

        assertThat(days).isEmpty();
    }

    private static Slot slot(String start, TherapistId therapist) {
        Instant at = Instant.parse(start);
        ZoneId zone = ZoneId.of("America/New_York");
        return new Slot(
                at,
                at.plus(Duration.ofHours(1)),
                zone,
                at.atZone(zone).toLocalDateTime(),
                new LocationId(new UUID(0, 3)),
                therapist,
                new RoomId(new UUID(0, 4)),
                new Money(9000, "USD"));
    }
}
