package dev.unknot.frontdesk.board;

import dev.unknot.common.appointment.AddOn;
import dev.unknot.common.appointment.AmendAppointment;
import dev.unknot.common.appointment.AppointmentView;
import dev.unknot.common.location.RoomId;
import dev.unknot.common.treatment.TreatmentId;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a visit shall consist of.
 *
 * @param version the visit's, as it was shown
 * @param offer treatment and minutes, as {@code id:minutes}; null or empty: as they are
 * @param room null: the present one if it will do, else another
 * @param addOns codes of all from now on; null: none
 * @param waive that of {@link Overbooking}, or none
 * @param reason why, in words
 * @param had codes of the add-ons as they were when somebody began to choose; null: none
 */
public record AmendForm(
        long version,

        @Nullable @Pattern(regexp = OfferChoice.FORM, message = OfferChoice.EXPECTATION)
        String offer,

        @Nullable UUID room,
        @Nullable List<String> addOns,
        @Nullable List<String> waive,
        @Nullable String reason,
        @Nullable List<String> had) {

    /** All as it is. */
    static AmendForm of(AppointmentView visit) {
        List<String> codes = List.copyOf(codes(visit));
        return new AmendForm(visit.version(), null, null, codes, null, null, codes);
    }

    /** To be sent again over what has become of the visit: an add-on that nobody chose or left is as it is now. */
    AmendForm over(AppointmentView visit) {
        Set<String> now = codes(visit);
        Set<String> chosen = addOns == null ? Set.of() : Set.copyOf(addOns);
        Set<String> before = had == null ? Set.of() : Set.copyOf(had);
        List<String> merged = Stream.concat(chosen.stream(), now.stream())
                .distinct()
                .filter(code -> (chosen.contains(code) == before.contains(code) ? now : chosen).contains(code))
                .toList();
        return new AmendForm(visit.version(), offer, room, merged, waive, reason, List.copyOf(now));
    }

    boolean has(String addOn) {
        return addOns != null && addOns.contains(addOn);
    }

    /** Says only what changes: what is left out keeps the price that was agreed on. */
    AmendAppointment command(AppointmentView visit) {
        String[] parts = offer == null || !offer.contains(":") ? new String[0] : offer.split(":", 2);
        TreatmentId treatment = parts.length == 0 ? visit.treatmentId() : TreatmentId.of(parts[0]);
        int minutes = parts.length == 0 ? visit.treatmentMinutes() : Integer.parseInt(parts[1]);
        List<String> wanted = addOns == null ? List.of() : addOns;
        return new AmendAppointment(
                treatment.equals(visit.treatmentId()) ? null : treatment,
                minutes == visit.treatmentMinutes() ? null : minutes,
                room == null ? null : new RoomId(room),
                Set.copyOf(wanted).equals(codes(visit)) ? null : wanted,
                Waived.overbook(waive, reason),
                "desk-changed");
    }

    /** The visit as it was to be, for whoever looks for another time. */
    OtherTimes.Wished wished(AppointmentView visit) {
        AmendAppointment command = command(visit);
        TreatmentId treatment = command.treatmentId();
        Integer minutes = command.minutes();
        return new OtherTimes.Wished(
                visit.start(),
                visit.participants().getFirst().therapistId(),
                treatment == null ? visit.treatmentId() : treatment,
                minutes == null ? visit.treatmentMinutes() : minutes,
                addOns == null ? List.of() : addOns,
                Waived.rules(waive));
    }

    /** To see whether it could be changed with the therapists' time given twice. */
    AmendForm overbooking() {
        return new AmendForm(version, offer, room, addOns, Waived.andOverbooked(waive), Waived.reasonOr(reason), had);
    }

    private static Set<String> codes(AppointmentView visit) {
        return visit.addOns().stream().map(AddOn::code).collect(Collectors.toSet());
    }
}
