package dev.unknot.common.appointment;

/** Where an appointment stands. Cancelled and expired ones have no claims. */
public enum AppointmentStatus {
    HELD,
    BOOKED,
    CONFIRMED,
    CHECKED_IN,
    IN_SESSION,
    COMPLETED,
    NO_SHOW,
    CANCELLED,
    EXPIRED
}
