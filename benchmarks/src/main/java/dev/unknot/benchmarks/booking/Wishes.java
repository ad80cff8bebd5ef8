package dev.unknot.benchmarks.booking;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/** Bookings none of which is in another's way, in no order: each therapist eight times a day for twenty weeks. */
final class Wishes {

    private static final int DAYS = 140;
    private static final int A_DAY = 8;
    private static final Duration APART = Duration.ofMinutes(75);

    private final List<Map<String, Object>> all = new ArrayList<>();
    private final AtomicInteger next = new AtomicInteger();

    Wishes(Practice practice) {
        for (int day = 0; day < DAYS; day++) {
            LocalDate date = Practice.firstDay().plusDays(day);
            Instant first = date.atTime(8, 30).atZone(Practice.ZONE).toInstant();
            for (int hour = 0; hour < A_DAY; hour++) {
                Instant start = first.plus(APART.multipliedBy(hour));
                int client = hour * Practice.SITES * Practice.THERAPISTS;
                for (Practice.Site site : practice.sites()) {
                    for (String therapist : site.therapists()) {
                        // All at one hour are others, and have the next hours off.
                        all.add(wish(
                                practice, site, therapist, practice.clients().get(client++ % Practice.CLIENTS), start));
                    }
                }
            }
        }
        Collections.shuffle(all, new Random(4));
    }

    private static Map<String, Object> wish(
            Practice practice, Practice.Site site, String therapist, String client, Instant start) {
        return Map.of(
                "participants",
                List.of(Map.of("clientId", client, "therapistId", therapist)),
                "treatmentId",
                practice.treatment(),
                "minutes",
                60,
                "locationId",
                site.location(),
                "start",
                start.toString());
    }

    Map<String, Object> next() {
        int number = next.getAndIncrement();
        if (number >= all.size()) {
            throw new IllegalStateException("all of the " + all.size() + " times are booked");
        }
        return all.get(number);
    }
}
