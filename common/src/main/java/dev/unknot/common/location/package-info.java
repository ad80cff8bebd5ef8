/** Locations and their rooms, in the words of their owner, therapist-service. */
@NullMarked
package dev.unknot.common.location;

import org.jspecify.annotations.NullMarked;
