package dev.unknot.notification.reply;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which replies are asked for; null asks for all.
 *
 * @param open true: those that wait for somebody; false: the others
 */
public record ReplyFilter(@Nullable UUID location, @Nullable Boolean open) {}
