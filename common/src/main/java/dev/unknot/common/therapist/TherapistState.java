package dev.unknot.common.therapist;

/** Whether a therapist works here. */
public enum TherapistState {
    ACTIVE,
    LEFT
}
