package dev.unknot.frontdesk.worklist;

import dev.unknot.common.appointment.Slot;

/**
 * A time a visit could move to.
 *
 * @param note what is the same or other about it
 */
public record Alternative(Slot slot, String when, String therapist, String place, String note) {}
