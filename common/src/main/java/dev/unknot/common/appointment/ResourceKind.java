package dev.unknot.common.appointment;

/** What can be claimed: a therapist, a client, or one place in a room. */
public enum ResourceKind {
    THERAPIST,
    ROOM,
    CLIENT
}
