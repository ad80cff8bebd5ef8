package dev.unknot.common.message;

import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code PUT /api/v1/locations/{id}/message-policy}: the whole policy.
 *
 * @param firstReminder how long before the start, whole minutes up to 14 days; null: none
 * @param lastReminder likewise, and less than {@code firstReminder}
 * @param quietFrom on the location's wall clock
 * @param quietUntil not after {@code quietFrom}: on the next day; equal: no quiet hours; at most 20 hours later
 */
public record PutMessagePolicy(
        @Nullable Duration firstReminder,
        @Nullable Duration lastReminder,
        @NotNull @JsonFormat(pattern = "HH:mm") LocalTime quietFrom,
        @NotNull @JsonFormat(pattern = "HH:mm") LocalTime quietUntil) {}
