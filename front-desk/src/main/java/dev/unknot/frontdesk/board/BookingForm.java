package dev.unknot.frontdesk.board;

import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.AppointmentView;
import dev.unknot.common.appointment.BookAppointment;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.common.treatment.TreatmentId;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the booking dialog says.
 *
 * @param offer treatment and minutes, as {@code id:minutes}; null: not chosen yet
 * @param client null: not chosen yet
 * @param hold the hold that keeps the time; null: none
 * @param key of this attempt, so that a second click books nothing twice
 * @param waive codes of soft rules to set aside, and that of {@link Overbooking}
 * @param reason why, in words
 */
public record BookingForm(
        @NotNull UUID location,
        @NotNull UUID therapist,
        @NotNull Instant start,

        @Nullable @Pattern(regexp = OfferChoice.FORM, message = OfferChoice.EXPECTATION)
        String offer,

        @Nullable UUID client,
        @Nullable UUID hold,
        @Nullable UUID key,
        @Nullable List<String> waive,
        @Nullable String reason) {

    LocationId locationId() {
        return new LocationId(location);
    }

    TherapistId therapistId() {
        return new TherapistId(therapist);
    }

    /** Empty: not chosen yet. */
    List<ClientId> clientIds() {
        return client == null ? List.of() : List.of(new ClientId(client));
    }

    /** Whether a treatment is chosen. */
    public boolean chosen() {
        return offer != null && offer.contains(":");
    }

    /** A rule is to be set aside, and nobody says why. */
    boolean lacksReason() {
        return waive != null && !waive.isEmpty() && (reason == null || reason.isBlank());
    }

    public BookingForm of(ClientId chosen) {
        return new BookingForm(location, therapist, start, offer, chosen.value(), hold, key, waive, reason);
    }

    /** Whether it would book just that time. */
    boolean isFor(AppointmentView held) {
        return chosen()
                && start.equals(held.start())
                && locationId().equals(held.locationId())
                && List.of(therapistId()).equals(held.therapists())
                && treatmentId().equals(held.treatmentId())
                && minutes() == held.treatmentMinutes();
    }

    TreatmentId treatmentId() {
        return TreatmentId.of(part(0));
    }

    int minutes() {
        return Integer.parseInt(part(1));
    }

    BookAppointment command() {
        ClientId who = new ClientId(Objects.requireNonNull(client, "client"));
        return new BookAppointment(
                List.of(new BookAppointment.Seat(who, therapistId())),
                treatmentId(),
                minutes(),
                locationId(),
                start,
                hold == null ? null : new AppointmentId(hold),
                Waived.of(waive, reason),
                null,
                null,
                Waived.overbook(waive, reason));
    }

    /** To see whether it could be booked with the therapist's time given twice. */
    BookingForm overbooking() {
        return new BookingForm(
                location,
                therapist,
                start,
                offer,
                client,
                null,
                null,
                Waived.andOverbooked(waive),
                Waived.reasonOr(reason));
    }

    BookingForm withoutHold() {
        return new BookingForm(location, therapist, start, offer, client, null, key, waive, reason);
    }

    private String part(int index) {
        return Objects.requireNonNull(offer, "offer").split(":", 2)[index];
    }
}
