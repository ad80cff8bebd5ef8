package dev.unknot.frontdesk.board;

import dev.unknot.common.block.BlockTime;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.location.RoomId;
import dev.unknot.common.therapist.TherapistId;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the booking dialog says when nobody is to be booked.
 *
 * @param therapist in whose column it was opened
 * @param room null: it is the therapist's time that is blocked
 * @param cause a code
 * @param key of this attempt, so that a second click blocks nothing twice
 */
public record BlockForm(
        @NotNull UUID location,
        @NotNull UUID therapist,
        @Nullable UUID room,
        @NotNull Instant start,
        @Min(5) @Max(1440) int minutes,
        @NotNull String cause,
        @NotNull UUID key) {

    BlockTime command() {
        return new BlockTime(
                new LocationId(location),
                room == null ? new TherapistId(therapist) : null,
                room == null ? null : new RoomId(room),
                start,
                start.plus(Duration.ofMinutes(minutes)),
                cause);
    }

    /** The dialog it was said in, with nothing chosen. */
    public BookingForm booking() {
        return new BookingForm(location, therapist, start, null, null, null, null, null, null);
    }
}
