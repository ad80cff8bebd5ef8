package dev.unknot.oracle;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A session agreed on. The therapist is taken from {@code before} minutes before it to {@code after} minutes after it, the
 * room until {@code turnover} minutes after it, the client just while it lasts.
 *
 * @param id null where nothing refers to it
 * @param therapist null: none
 * @param room null: none
 * @param client null: none
 * @param place which of the room's places, from 0
 * @param expiresAt from when on it is in nobody's way, since it was only held; null: it stays
 */
public record Appointment(
        @Nullable String id,
        @Nullable String therapist,
        @Nullable String room,
        @Nullable String client,
        Instant start,
        Instant end,
        int before,
        int after,
        int turnover,
        int place,
        @Nullable Instant expiresAt) {

    Appointment later(Duration by) {
        Instant expiry = expiresAt == null ? null : expiresAt.plus(by);
        return new Appointment(
                id, therapist, room, client, start.plus(by), end.plus(by), before, after, turnover, place, expiry);
    }
}
