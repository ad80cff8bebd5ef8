package dev.unknot.frontdesk.board;

import java.time.Instant;

/** A free piece of a therapist's working time, to be clicked for a booking. */
record FreeCell(Instant start, Place place, String time) {}
