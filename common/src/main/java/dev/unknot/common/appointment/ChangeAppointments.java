package dev.unknot.common.appointment;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code POST /api/v1/bulk-changes}: cancels or moves a set of appointments, each at most once. The answer is a
 * {@link ChangesReport}.
 *
 * @param items in the order in which they are looked at
 */
public record ChangeAppointments(
        @NotNull Mode mode,
        @NotNull @Size(min = 1, max = 200) List<@NotNull @Valid One> items) {

    /** What becomes of the others when one is refused. */
    public enum Mode {
        /** None is changed. Times that some give up are free for the others, so two may trade theirs. */
        ALL_OR_NOTHING,
        /** They are changed where they can be, one after the other. */
        BEST_EFFORT
    }

    /**
     * Has either {@code cancel} or {@code reschedule}.
     *
     * @param version the one that was read, as {@code If-Match} takes it elsewhere
     */
    public record One(
            @NotNull AppointmentId appointmentId,
            @Min(1) long version,
            @Nullable @Valid CancelAppointment cancel,
            @Nullable @Valid RescheduleAppointment reschedule) {}
}
