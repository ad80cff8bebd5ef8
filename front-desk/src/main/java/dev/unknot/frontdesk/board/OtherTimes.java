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
import java.util.Optional;
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

    /**
     * The refusal with the times of the wished day that would work, or the word that there is none; as it is when nobody can
     * say, as of what is not sold any more elsewhere.
     */
    Refusal near(Refusal refusal, Bearer by, AppointmentView visit, Wished wished) {
        return possible(by, visit, wished)
                .map(slots ->
                        slots.isEmpty() ? refusal.adding(none(visit)) : refusal.near(Nearest.of(slots, wished.start())))
                .orElse(refusal);
    }

    /** As {@link #near}, of a visit that stays as it is but for its time: where it stands is no other. */
    Refusal nearElsewhere(Refusal refusal, Bearer by, AppointmentView visit, Wished wished) {
        return possible(by, visit, wished)
                .map(slots -> {
                    List<Slot> elsewhere = slots.stream()
                            .filter(slot -> !slot.start().equals(visit.start()))
                            .toList();
                    if (elsewhere.isEmpty()) {
                        return refusal.adding(slots.isEmpty() ? none(visit) : "On that day it fits only where it is.");
                    }
                    return refusal.near(Nearest.of(elsewhere, wished.start()));
                })
                .orElse(refusal);
    }

    private static String none(AppointmentView visit) {
        return visit.therapists().size() == 1
                ? "No other time works with this therapist on that day."
                : "No other time works on that day.";
    }

    /** Empty: nobody can say. */
    private Optional<List<Slot>> possible(Bearer by, AppointmentView visit, Wished wished) {
        TimeRange day = DayGrid.day(visit.zone(), LocalDate.ofInstant(wished.start(), visit.zone()));
        int therapists = visit.therapists().size();
        try {
            return Optional.of(slots.find(
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
                    .items());
        } catch (Refused cannotSay) {
            return Optional.empty();
        }
    }
}
