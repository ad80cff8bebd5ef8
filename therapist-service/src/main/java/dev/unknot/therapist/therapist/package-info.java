/**
 * Therapists: who they are, where they are employed, and their weekly patterns, one aggregate each, announced as a snapshot
 * with the working time expanded. {@link dev.unknot.therapist.therapist.Roster} is the door.
 */
@NullMarked
package dev.unknot.therapist.therapist;

import org.jspecify.annotations.NullMarked;
