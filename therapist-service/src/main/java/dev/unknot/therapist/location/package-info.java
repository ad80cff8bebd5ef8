/** Locations with their opening hours and rooms: one aggregate each, announced as a snapshot. {@link dev.unknot.therapist.location.Premises} is the door, beside it {@link dev.unknot.therapist.location.Rooms}. */
@NullMarked
package dev.unknot.therapist.location;

import org.jspecify.annotations.NullMarked;
