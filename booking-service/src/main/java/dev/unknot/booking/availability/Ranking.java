package dev.unknot.booking.availability;

/** What comes first of all that can be booked. */
public enum Ranking {
    EARLIEST,

    /**
     * What least breaks up the day: the fewest minutes of gaps too short for anything, which a booking would newly leave its
     * therapist and its place just before it and just after it; the earliest of those alike.
     */
    LEAST_HARMFUL
}
