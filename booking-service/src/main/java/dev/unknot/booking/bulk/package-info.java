/** Cancels and moves appointments by the set, all of them or those that can be. What a single change may do and what it says is up to the appointments. */
@NullMarked
package dev.unknot.booking.bulk;

import org.jspecify.annotations.NullMarked;
