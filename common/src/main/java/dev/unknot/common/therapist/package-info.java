/** Therapists, their weeks and their diaries, in the words of their owner, therapist-service. */
@NullMarked
package dev.unknot.common.therapist;

import org.jspecify.annotations.NullMarked;
