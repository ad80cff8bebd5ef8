package dev.unknot.benchmarks.search;

import dev.unknot.booking.availability.Availability;
import dev.unknot.common.time.TimeRange;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Clinics in zones with a clock change, a half hour and three quarters, their supply known for 180 days. The same seed
 * gives the same chain.
 *
 * @param days every day that each of the clinics has wholly inside the horizon
 */
record Chain(List<Clinic> clinics, TimeRange horizon, List<LocalDate> days) {

    static final LocalDate FIRST_DAY = LocalDate.of(2027, 3, 1);
    static final Duration HORIZON = Duration.ofDays(180);

    private static final List<ZoneId> ZONES = Stream.of(
                    "Europe/Vienna", "America/New_York", "Asia/Kolkata", "Asia/Kathmandu", "Australia/Adelaide")
            .map(ZoneId::of)
            .toList();

    static Chain of(int clinics, Random random) {
        TimeRange horizon = TimeRange.of(FIRST_DAY.atStartOfDay(ZoneOffset.UTC).toInstant(), HORIZON);
        List<Clinic> all = new ArrayList<>();
        for (int i = 0; i < clinics; i++) {
            all.add(Clinic.random(ZONES.get(i % ZONES.size()), random));
        }
        List<LocalDate> days = FIRST_DAY
                .plusDays(1)
                .datesUntil(FIRST_DAY.plusDays(HORIZON.toDays() - 1))
                .toList();
        return new Chain(List.copyOf(all), horizon, days);
    }

    /** What therapist-service tells of it, through the door by which the service learns it. */
    void teach(Availability availability) {
        for (Clinic clinic : clinics) {
            availability.learn(clinic.snapshot(horizon, days), 1);
            for (int therapist = 0; therapist < Clinic.THERAPISTS; therapist++) {
                availability.learn(clinic.snapshot(therapist, horizon, days), 1);
            }
        }
        availability.completed();
    }
}
