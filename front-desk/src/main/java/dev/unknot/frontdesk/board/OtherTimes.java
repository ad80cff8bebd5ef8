package dev.unknot.frontdesk.board;

import dev.unknot.common.appointment.AppointmentView;
import dev.unknot.common.appointment.Participant;
import dev.unknot.common.appointment.Slot;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.common.time.TimeRange;
import dev.unknot.common.treatment.TreatmentId;
import dev.unknot.frontdesk.clinic.Bearer;
import dev.unknot.frontdesk.clinic.Refused;
import dev.unknot.frontdesk.clinic.Slots;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** When a visit could be instead of a time at which it is refused. */
@Component
class OtherTimes {

    private final Slots slots;

    OtherTimes(Slots slots) {
        this.slots = slots;
    }

    /**
     * What a visit was to become.
     *
     * @param therapist of a visit that has one; of several, or null, whoever can
     * @param addOns codes
     * @param waive codes of rules that are set aside
     */
    record Wished(
            Instant start,
            @Nullable TherapistId therapist,
            TreatmentId treatment,
            int minutes,
            List<String> addOns,
            List<String> waive) {}

    /** Of the wished day. Nothing when nobody can say, as of what is not sold any more elsewhere. */
    List<Instant> nearest(Bearer by, AppointmentView visit, Wished wished) {
        return Nearest.of(possible(by, visit, wished), wished.start());
    }

    /** As {@link #nearest}, of a visit that stays as it is but for its time. Null: it fits where it is, and nowhere else. */
    @Nullable
    List<Instant> nearestElsewhere(Bearer by, AppointmentView visit, Wished wished) {
        List<Slot> possible = possible(by, visit, wished);
        List<Slot> elsewhere = possible.stream()
                .filter(slot -> !slot.start().equals(visit.start()))
                .toList();
        return elsewhere.isEmpty() && !possible.isEmpty() ? null : Nearest.of(elsewhere, wished.start());
    }

    private List<Slot> possible(Bearer by, AppointmentView visit, Wished wished) {
        TimeRange day = DayGrid.day(visit.zone(), LocalDate.ofInstant(wished.start(), visit.zone()));
        int therapists = visit.therapists().size();
        try {
            return slots.find(
                            by,
                            wished.treatment(),
                            wished.minutes(),
                            List.of(visit.locationId()),
                            therapists == 1 ? wished.therapist() : null,
                            null,
                            visit.participants().stream()
                                    .map(Participant::clientId)
                                    .filter(Objects::nonNull)
                                    .toList(),
                            visit.id(),
                            day.start(),
                            day.end(),
                            null,
                            Nearest.LOOKED_AT,
                            wished.addOns(),
                            wished.waive(),
                            visit.participants().size(),
                            therapists)
                    .items();
        } catch (Refused cannotSay) {
            return List.of();
        }
    }
}
