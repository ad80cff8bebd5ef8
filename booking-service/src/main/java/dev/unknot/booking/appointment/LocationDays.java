package dev.unknot.booking.appointment;

import dev.unknot.booking.supply.Stored;
import dev.unknot.booking.supply.Supply;
import dev.unknot.common.access.Role;
import dev.unknot.common.appointment.LocationDay;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.location.LocationSnapshot;
import dev.unknot.common.time.Era;
import dev.unknot.common.time.TimeRange;
import dev.unknot.platform.problem.Rejection;
import dev.unknot.platform.security.Caller;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells a location's day as the book stood at some time, from what was written down by then. */
@Component
class LocationDays {

    private final Supply supply;
    private final PastStates states;
    private final Clock clock;

    LocationDays(Supply supply, PastStates states, Clock clock) {
        this.supply = supply;
        this.states = states;
        this.clock = clock;
    }

    /** @param asOf null, or still ahead: now */
    LocationDay of(LocationId location, LocalDate date, @Nullable Instant asOf, Caller caller) {
        ZoneId zone = supply.location(location)
                .map(Stored::snapshot)
                .map(LocationSnapshot::zone)
                .orElseThrow(() -> Rejection.notFound("not-found", "There is no such location."));
        TimeRange day = day(date, zone);
        Instant now = clock.instant();
        Instant then = asOf == null || asOf.isAfter(now) ? now : asOf;
        return new LocationDay(
                location,
                date,
                zone,
                day.start(),
                day.end(),
                then,
                states.of(location, day, then, own(caller), Views.staff(caller)));
    }

    /** A therapist's visits are theirs wherever they are, and nobody else's; all others see all of their locations. */
    private static @Nullable String own(Caller caller) {
        return caller.is(Role.THERAPIST) ? caller.subject() : null;
    }

    /** From midnight to midnight on the location's clock, whatever that does in between. */
    static TimeRange day(LocalDate date, ZoneId zone) {
        // Before anything is computed: the day after the last of all dates does not exist.
        if (!Era.includes(date)) {
            throw outOfRange();
        }
        Instant start = date.atStartOfDay(zone).toInstant();
        Instant end = date.plusDays(1).atStartOfDay(zone).toInstant();
        if (!Era.includes(start) || !Era.includes(end)) {
            throw outOfRange();
        }
        return new TimeRange(start, end);
    }

    private static Rejection outOfRange() {
        return Rejection.malformed("invalid-parameter", "Appointments are in the years 1970 to 2199.", "date");
    }
}
