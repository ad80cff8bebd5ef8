package dev.unknot.therapist.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/** Today in several zones: the earliest date that one of their calendars shows, and the latest. */
public record Today(LocalDate earliest, LocalDate latest) {

    /** @param zones at least one */
    static Today at(Instant now, Collection<ZoneId> zones) {
        List<LocalDate> dates =
                zones.stream().map(zone -> LocalDate.ofInstant(now, zone)).toList();
        return new Today(Collections.min(dates), Collections.max(dates));
    }
}
