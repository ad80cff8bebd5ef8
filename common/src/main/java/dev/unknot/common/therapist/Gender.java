package dev.unknot.common.therapist;

/** A therapist's gender, which clients may ask for. */
public enum Gender {
    FEMALE,
    MALE,
    DIVERSE
}
