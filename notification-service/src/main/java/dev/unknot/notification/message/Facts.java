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
 * @param confirmed whether the client has said that they will come
 * @param link address of the visit's page
 */
record Facts(
        String client,
        Location location,
        String treatment,
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
                Map.entry("day", written(german(locale) ? "EEE d.M." : "EEE d MMM", locale)),
                Map.entry("longDay", written(german(locale) ? "EEEE, d. MMMM y" : "EEEE d MMMM y", locale)),
                Map.entry("time", written("HH:mm", locale)),
                Map.entry("link", link));
    }

    private String written(String pattern, Locale locale) {
        return DateTimeFormatter.ofPattern(pattern, locale).format(start);
    }

    private static boolean german(Locale locale) {
        return locale.getLanguage().equals(Locale.GERMAN.getLanguage());
    }
}
