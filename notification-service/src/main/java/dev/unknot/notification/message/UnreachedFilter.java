package dev.unknot.notification.message;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which clients are asked for; null asks for all.
 *
 * @param open true: those whom nobody has called yet; false: the others
 * @param oncePerSeries whether of news of a series only the first visit is asked for, as it is one call
 */
public record UnreachedFilter(
        @Nullable UUID location,
        @Nullable UUID appointment,
        @Nullable Boolean open,
        boolean oncePerSeries) {}
