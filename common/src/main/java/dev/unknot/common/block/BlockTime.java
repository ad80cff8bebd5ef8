package dev.unknot.common.block;

import dev.unknot.common.location.LocationId;
import dev.unknot.common.location.RoomId;
import dev.unknot.common.therapist.TherapistId;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code POST /api/v1/blocks}: takes {@code [start, end)} of a therapist or of every place in a room out of what can
 * be booked. Refused where an appointment stands; longer absences are times off, closures and outages.
 *
 * @param therapistId whose time, if no room's
 * @param roomId which room's, if no therapist's
 * @param start on the five-minute grid
 * @param end on the five-minute grid, ahead, at most 24 hours after {@code start}
 * @param cause a code, such as {@code phone-call}, {@code cleaning}; announced
 */
public record BlockTime(
        @NotNull LocationId locationId,
        @Nullable TherapistId therapistId,
        @Nullable RoomId roomId,
        @NotNull Instant start,
        @NotNull Instant end,

        @NotBlank @Pattern(regexp = "[a-z-]{1,40}", message = "must be a code of a-z and -")
        String cause) {}
