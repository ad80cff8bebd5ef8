/** Each therapist's diary: a projection of the appointments booking-service announces, which can be built again at any time. */
@NullMarked
package dev.unknot.therapist.diary;

import org.jspecify.annotations.NullMarked;
