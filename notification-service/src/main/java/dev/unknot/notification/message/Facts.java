package dev.unknot.notification.message;

import dev.unknot.notification.clinic.Location;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/**
 * What a text may say of a visit.
 *
 * @param start on the location's wall clock
 */
record Facts(String client, Location location, String treatment, int minutes, String therapist, ZonedDateTime start) {
    /** Without the person, since this ends up in logs. */
    @Override
    public String toString() {
        return "Facts[start=" + start + "]";
    }

    /** By the name a template uses, dates written as in that template's language. */
    Map<String, String> in(Locale locale) {
        return Map.ofEntries(
                Map.entry("client", client),
                Map.entry("location", location.name()),
                Map.entry("street", location.street()),
                Map.entry("postalCode", location.postalCode()),
                Map.entry("city", location.city()),
                Map.entry("phone", location.phone()),
                Map.entry("treatment", treatment),
                Map.entry("minutes", String.valueOf(minutes)),
                Map.entry("therapist", therapist),
                Map.entry(
                        "day", DateTimeFormatter.ofPattern("EEE d MMM", locale).format(start)),
                Map.entry(
                        "longDay",
                        DateTimeFormatter.ofPattern("EEEE d MMMM y", locale).format(start)),
                Map.entry("time", DateTimeFormatter.ofPattern("HH:mm", locale).format(start)));
    }
}
