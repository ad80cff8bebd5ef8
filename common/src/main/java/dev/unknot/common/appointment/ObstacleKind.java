package dev.unknot.common.appointment;

/** What would have to be otherwise: somebody's or something's time, or a rule of the house. */
public enum ObstacleKind {
    LOCATION,
    THERAPIST,
    ROOM,
    CLIENT,
    RULE
}
