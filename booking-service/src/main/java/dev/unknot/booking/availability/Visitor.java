package dev.unknot.booking.availability;

import org.jspecify.annotations.Nullable;

/**
 * Somebody for whom is asked.
 *
 * @param time null: they have never been booked
 */
record Visitor(Guest guest, @Nullable Resource time) {}
