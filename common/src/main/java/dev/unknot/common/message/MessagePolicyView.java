package dev.unknot.common.message;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.unknot.common.location.LocationId;
import java.time.Duration;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * When a location reminds its clients, as the API shows it.
 *
 * @param version 0 as long as nobody has put one
 * @param firstReminder how long before the start; null: none
 * @param lastReminder how long before the start; null: none
 * @param quietFrom on the location's wall clock
 * @param quietUntil not after {@code quietFrom}: on the next day; equal: no quiet hours
 */
public record MessagePolicyView(
        LocationId locationId,
        long version,
        @Nullable Duration firstReminder,
        @Nullable Duration lastReminder,
        @JsonFormat(pattern = "HH:mm") LocalTime quietFrom,
        @JsonFormat(pattern = "HH:mm") LocalTime quietUntil) {}
