package dev.unknot.devstack.phone;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;

/**
 * A text message that crossed the gateway.
 *
 * @param sid the gateway's id of it
 * @param from E.164
 * @param to E.164
 * @param at when the gateway got it
 */
public record Text(String sid, Direction direction, String from, String to, String body, Instant at) {

    /** Seen from the clinic. */
    public enum Direction {
        OUTBOUND,
        INBOUND,
        /** An answer that notification-service did not take. */
        UNDELIVERED
    }

    /** The number that is not the clinic's. */
    @JsonIgnore
    public String phone() {
        return direction == Direction.OUTBOUND ? to : from;
    }
}
