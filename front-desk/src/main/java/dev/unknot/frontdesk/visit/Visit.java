package dev.unknot.frontdesk.visit;

import dev.unknot.common.appointment.AppointmentView;
import dev.unknot.common.appointment.Participant;
import dev.unknot.common.location.LocationView;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.common.treatment.TranslatedName;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;

/**
 * One appointment as its client knows it.
 *
 * @param treatment its name
 * @param therapist their name
 */
public record Visit(AppointmentView appointment, TranslatedName treatment, String therapist, LocationView clinic) {

    /** On the clinic's wall clock. */
    public ZonedDateTime start() {
        return appointment.start().atZone(appointment.zone());
    }

    /** On the clinic's wall clock. */
    public ZonedDateTime end() {
        return appointment.end().atZone(appointment.zone());
    }

    public TherapistId therapistId() {
        return appointment.participants().getFirst().therapistId();
    }

    /** How many come. */
    public long people() {
        return appointment.participants().stream()
                .map(Participant::clientId)
                .distinct()
                .count();
    }

    /** It lies ahead, and nobody or no room is there for it: the clinic looks for another way, or another time. */
    public boolean unsettled(Instant now) {
        return appointment.displaced() != null && stage(now).open();
    }

    public Stage stage(Instant now) {
        boolean ahead = now.isBefore(appointment.start());
        return switch (appointment.status()) {
            case BOOKED -> ahead ? Stage.BOOKED : Stage.PAST;
            case CONFIRMED -> ahead ? Stage.CONFIRMED : Stage.PAST;
            case CHECKED_IN, IN_SESSION -> Stage.HERE;
            case COMPLETED -> Stage.COMPLETED;
            case NO_SHOW -> Stage.MISSED;
            case CANCELLED -> Stage.CANCELLED;
            case HELD, EXPIRED -> throw DeadLink.gone();
        };
    }

    /** The first local day to offer times on when none is asked for: some days before the visit, but not before today. */
    LocalDate nearby(Instant now) {
        LocalDate today = now.atZone(appointment.zone()).toLocalDate();
        LocalDate near = start().toLocalDate().minusDays(2);
        return near.isBefore(today) ? today : near;
    }
}
