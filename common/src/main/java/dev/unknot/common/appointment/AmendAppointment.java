package dev.unknot.common.appointment;

import dev.unknot.common.location.RoomId;
import dev.unknot.common.text.Prose;
import dev.unknot.common.treatment.TreatmentId;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code POST /api/v1/appointments/{id}/amendment}: what the visit consists of, where it stands. Its start, its place
 * and its therapists stay. What is left out stays too, and with it the price that was agreed on.
 *
 * @param treatmentId null: as it is
 * @param minutes of the treatment, without add-ons; null: as it is
 * @param roomId null: the present one if it will do, else any fitting one
 * @param addOns codes of all add-ons from now on, each once; null: as they are
 * @param overbook why the therapists are given twice, which owners and managers may; null: they are not
 * @param cause a code, such as {@code client-asked}; announced with the event; null: none given
 */
public record AmendAppointment(
        @Nullable TreatmentId treatmentId,
        @Nullable @Min(5) @Max(480) Integer minutes,
        @Nullable RoomId roomId,

        @Nullable @Size(max = 10)
        List<@NotNull @Pattern(regexp = "[a-z0-9-]{1,40}", message = "must be the code of an add-on") String> addOns,

        @Nullable @Prose @Size(max = 200) @Pattern(regexp = "[\\s\\S]*\\S[\\s\\S]*", message = "must give a reason")
        String overbook,

        @Nullable @Pattern(regexp = "[a-z-]{1,40}", message = "must be a code of a-z and -")
        String cause) {}
