package dev.unknot.booking.availability;

import static dev.unknot.booking.availability.Clinic.DAY;
import static dev.unknot.booking.availability.Clinic.HORIZON;
import static dev.unknot.booking.availability.Clinic.MIRA;
import static dev.unknot.booking.availability.Clinic.PRATER;
import static dev.unknot.booking.availability.Clinic.VISIT;
import static dev.unknot.booking.availability.Clinic.ZONE;
import static dev.unknot.booking.availability.Clinic.claim;
import static dev.unknot.booking.availability.Clinic.linden;
import static dev.unknot.booking.availability.Clinic.monday;
import static dev.unknot.booking.availability.Clinic.taking;
import static dev.unknot.booking.availability.Clinic.therapist;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unknot.common.therapist.TherapistState;
import dev.unknot.common.therapist.WorkingTime;
import dev.unknot.common.time.TimeRange;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class ReadersTest {

    private static final int SEARCHES = 5_000;

    /** Far enough away to be kept elsewhere. */
    private static final TimeRange FORTNIGHT_LATER = TimeRange.of(DAY.start().plus(Duration.ofDays(14)), DAY.length());

    private final Availability availability = new Availability();
    private final SlotQuery month = month(monday());

    @Test
    void whoSearchesWhileAnAppointmentMovesSeesItWhereItWasOrWhereItIs() throws Exception {
        List<TimeRange> days = List.of(DAY, FORTNIGHT_LATER);
        availability.learn(Clinic.location(PRATER, ZONE, HORIZON, days, List.of(linden(1, List.of()))), 1);
        List<WorkingTime> working =
                days.stream().map(day -> new WorkingTime(PRATER, day)).toList();
        availability.learn(therapist(MIRA, TherapistState.ACTIVE, Set.of("swedish"), null, working), 1);
        move(1);

        AtomicBoolean reading = new AtomicBoolean(true);
        try (ExecutorService writer = Executors.newSingleThreadExecutor()) {
            Future<?> moves = writer.submit(() -> {
                for (int version = 2; reading.get(); version++) {
                    move(version);
                }
            });
            try {
                for (int i = 0; i < SEARCHES; i++) {
                    assertThat(daysOffered()).hasSize(1);
                }
            } finally {
                reading.set(false);
            }
            moves.get();
        }
    }

    /** She is away all of one day or all of the other. */
    private void move(int version) {
        TimeRange away = version % 2 == 0 ? DAY : FORTNIGHT_LATER;
        availability.learn(taking(VISIT, version, claim(MIRA, away.start(), away.end())));
    }

    private Set<LocalDate> daysOffered() {
        Set<LocalDate> days = new HashSet<>();
        for (Opening opening : availability.search(month)) {
            days.add(opening.session().start().atZone(ZONE).toLocalDate());
        }
        return days;
    }

    private static SlotQuery month(SlotQuery day) {
        return new SlotQuery(
                day.treatment(),
                day.minutes(),
                null,
                null,
                null,
                null,
                null,
                HORIZON.start(),
                HORIZON.end(),
                null,
                1_000,
                Set.of(),
                day.now());
    }
}
