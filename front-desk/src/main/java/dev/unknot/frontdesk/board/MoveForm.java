package dev.unknot.frontdesk.board;

import dev.unknot.common.appointment.AppointmentView;
import dev.unknot.common.appointment.Participant;
import dev.unknot.common.appointment.RescheduleAppointment;
import dev.unknot.common.therapist.TherapistId;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/**
 * Where a visit shall go: dropped on the sheet at {@code start}, or typed as a date and time of the place.
 *
 * @param version the visit's, as it was shown
 * @param waive codes of soft rules to set aside, and that of {@link Overbooking}
 * @param reason why, in words
 * @param shown where it was as somebody began to type; null: it was dropped
 */
public record MoveForm(
        long version,
        @NotNull UUID therapist,
        @Nullable Instant start,

        @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
        LocalDate date,

        @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.TIME)
        LocalTime time,

        @Nullable List<String> waive,
        @Nullable String reason,
        @Nullable Shown shown) {

    /** With whom a visit is, and when; as a text, {@code therapist@start}. */
    public record Shown(UUID therapist, Instant start) {

        static Shown of(AppointmentView visit) {
            return new Shown(visit.participants().getFirst().therapistId().value(), visit.start());
        }

        /** Of its text; as Spring reads a field of a form. */
        public static Shown valueOf(String text) {
            int at = text.indexOf('@');
            if (at < 0) {
                throw new IllegalArgumentException("where a visit was is a therapist, an @ and a start");
            }
            return new Shown(UUID.fromString(text.substring(0, at)), Instant.parse(text.substring(at + 1)));
        }

        @Override
        public String toString() {
            return therapist + "@" + start;
        }
    }

    /** The typed time as the place's clock means it; one that does not exist is an hour later. */
    public Instant start(ZoneId zone) {
        return date == null || time == null
                ? Objects.requireNonNull(start, "start")
                : date.atTime(time).atZone(zone).toInstant();
    }

    /** Empty where something is still to be chosen. */
    public boolean complete() {
        return start != null || (date != null && time != null);
    }

    /** A visit of several therapists is moved as a whole: who was dropped where one of them works brings the others along. */
    RescheduleAppointment command(AppointmentView visit) {
        TherapistId wanted = new TherapistId(therapist);
        List<TherapistId> present =
                visit.participants().stream().map(Participant::therapistId).toList();
        boolean together = present.stream().distinct().count() > 1 && present.contains(wanted);
        return new RescheduleAppointment(
                start(visit.zone()),
                together ? null : wanted,
                null,
                null,
                Waived.of(waive, reason),
                "desk-moved",
                together ? present : null,
                null,
                null,
                Waived.overbook(waive, reason));
    }

    /** To see whether it could be moved with the therapist's time given twice. */
    MoveForm overbooking() {
        return new MoveForm(
                version, therapist, start, date, time, Waived.andOverbooked(waive), Waived.reasonOr(reason), shown);
    }

    /** To be sent again over what has become of the visit: what nobody typed in is as it is now. */
    MoveForm over(AppointmentView visit) {
        if (shown == null) {
            return this;
        }
        Shown now = Shown.of(visit);
        Instant typed = start(visit.zone());
        return new MoveForm(
                visit.version(),
                therapist.equals(shown.therapist) ? now.therapist : therapist,
                typed.equals(shown.start) ? now.start : typed,
                null,
                null,
                waive,
                reason,
                now);
    }
}
