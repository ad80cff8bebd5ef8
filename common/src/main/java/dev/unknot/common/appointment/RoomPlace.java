package dev.unknot.common.appointment;

import dev.unknot.common.location.RoomId;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * One place in a room; a room for n sessions at once is n resources.
 *
 * @param number from 0
 */
public record RoomPlace(RoomId roomId, int number) {

    public RoomPlace {
        if (number < 0 || number >= 20) {
            throw new IllegalArgumentException("a place in a room is numbered 0 to 19, but was " + number);
        }
    }

    /** Derived by name (UUID version 3), so that every service names the same place alike. */
    public UUID resourceId() {
        return UUID.nameUUIDFromBytes((roomId + "/" + number).getBytes(StandardCharsets.US_ASCII));
    }
}
