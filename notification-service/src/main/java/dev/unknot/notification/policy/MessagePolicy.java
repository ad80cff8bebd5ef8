package dev.unknot.notification.policy;

import dev.unknot.common.message.MessageKind;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When a location reminds.
 *
 * @param firstReminder how long before the start; null: none
 * @param lastReminder how long before the start, less than {@code firstReminder}; null: none
 */
public record MessagePolicy(
        @Nullable Duration firstReminder, @Nullable Duration lastReminder, QuietHours quietHours) {
    /** Of a location that never put another. */
    public static final MessagePolicy USUAL = new MessagePolicy(
            Duration.ofHours(24), Duration.ofHours(2), new QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0)));

    /** How long before the start; empty for a reminder that is not wanted, and for what is no reminder. */
    public Optional<Duration> lead(MessageKind kind) {
        return Optional.ofNullable(
                switch (kind) {
                    case FIRST_REMINDER -> firstReminder;
                    case LAST_REMINDER -> lastReminder;
                    case CONFIRMATION, CHANGE, CANCELLATION -> null;
                });
    }
}
