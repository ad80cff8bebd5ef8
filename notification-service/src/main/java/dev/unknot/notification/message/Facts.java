package dev.unknot.notification.message;

import dev.unknot.common.time.TimeWords;
import dev.unknot.common.treatment.TranslatedName;
import dev.unknot.notification.clinic.Location;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Map;

/**
 * What a text may say of a visit.
 *
 * @param start on the location's wall clock
 * @param confirmed whether the client has said that they will come
 * @param link address of the visit's page
 */
record Facts(
        String client,
        Location location,
        TranslatedName treatment,
        int minutes,
        String therapist,
        ZonedDateTime start,
        boolean confirmed,
        String link) {
    /** Without the person, since this ends up in logs. */
    @Override
    public String toString() {
        return "Facts[start=" + start + "]";
    }

    /** By the name a template uses, names and times as that template's language writes them at the location. */
    Map<String, String> in(Locale locale) {
        TimeWords words = TimeWords.of(locale, location.country());
        return Map.ofEntries(
                Map.entry("client", client),
                Map.entry("location", location.name()),
                Map.entry("street", location.street()),
                Map.entry("town", location.town()),
                Map.entry("phone", location.phone()),
                Map.entry("treatment", treatment.in(locale)),
                Map.entry("minutes", String.valueOf(minutes)),
                Map.entry("therapist", therapist),
                Map.entry("day", words.shortDay(start)),
                Map.entry("longDay", words.day(start)),
                Map.entry("time", words.time(start)),
                Map.entry("link", link));
    }
}
