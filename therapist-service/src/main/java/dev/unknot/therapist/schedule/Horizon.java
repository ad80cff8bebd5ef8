package dev.unknot.therapist.schedule;

import dev.unknot.common.time.TimeRange;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;

/**
 * How far ahead time is known.
 *
 * @param known from the first local midnight of today among the zones to the last midnight that ends the horizon
 * @param fresh while now lies in it, {@code known} is the range to announce: it is today in every one of the zones
 */
public record Horizon(TimeRange known, TimeRange fresh) {

    /** Seen from {@code now}, with today and {@code days} more in each of the zones, of which there is at least one. */
    static Horizon at(Instant now, Collection<ZoneId> zones, int days) {
        return zones.stream()
                .map(zone -> at(now, zone, days))
                .reduce(Horizon::combined)
                .orElseThrow(() -> new IllegalArgumentException("a horizon has at least one zone, but had none"));
    }

    private static Horizon at(Instant now, ZoneId zone, int days) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        Instant start = midnight(today, zone);
        return new Horizon(
                new TimeRange(start, midnight(today.plusDays(days + 1L), zone)),
                new TimeRange(start, midnight(today.plusDays(1), zone)));
    }

    private Horizon combined(Horizon other) {
        return new Horizon(
                new TimeRange(
                        TimeRanges.earlier(known.start(), other.known.start()),
                        TimeRanges.later(known.end(), other.known.end())),
                new TimeRange(
                        TimeRanges.later(fresh.start(), other.fresh.start()),
                        TimeRanges.earlier(fresh.end(), other.fresh.end())));
    }

    private static Instant midnight(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }
}
