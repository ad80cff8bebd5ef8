package dev.unknot.frontdesk.board;

import dev.unknot.common.appointment.Displacement;

/** Why a visit is not covered, in words for the desk. */
final class Uncovered {

    private Uncovered() {}

    static String words(Displacement displacement) {
        return switch (displacement) {
            case THERAPIST_NOT_WORKING -> "the therapist does not work then";
            case THERAPIST_LEFT -> "the therapist is not available any more";
            case LOCATION_CLOSED -> "the location is closed then";
            case ROOM_OUT -> "the room cannot be used then";
        };
    }
}
