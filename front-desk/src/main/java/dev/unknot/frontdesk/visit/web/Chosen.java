package dev.unknot.frontdesk.visit.web;

import dev.unknot.common.therapist.TherapistId;
import dev.unknot.frontdesk.visit.Visit;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/** The time a client has chosen, as {@link WeekPage.Choice#value} wrote it. */
record Chosen(Instant start, TherapistId therapist) {

    boolean isWhere(Visit visit) {
        return visit.appointment().start().equals(start) && visit.therapistId().equals(therapist);
    }

    static Optional<Chosen> read(String value) {
        String[] parts = value.split("_", 2);
        if (parts.length < 2) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Chosen(Instant.parse(parts[0]), TherapistId.of(parts[1])));
        } catch (DateTimeException | IllegalArgumentException nonsense) {
            return Optional.empty();
        }
    }
}
