package dev.unknot.notification.message;

import dev.unknot.common.message.MessageState;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which messages are asked for; null asks for all. */
public record MessageFilter(
        @Nullable UUID location,
        @Nullable UUID appointment,
        @Nullable UUID client,
        @Nullable MessageState state) {}
