/**
 * Therapists: who they are, where they are employed, their patterns, single dates and times off, one aggregate each,
 * announced as a snapshot with the working time expanded. {@link dev.unknot.therapist.therapist.Roster} is the door, beside it
 * {@link dev.unknot.therapist.therapist.Employments} for who they are and where,
 * {@link dev.unknot.therapist.therapist.Exceptions} for what departs from the pattern and
 * {@link dev.unknot.therapist.therapist.Workdays} for what comes of it.
 */
@NullMarked
package dev.unknot.therapist.therapist;

import org.jspecify.annotations.NullMarked;
