/** Terms: on what conditions each location sells what it sells, in the words of their owner, booking-service. They are data that managers put; what follows from them for a booking is decided by booking-service alone. */
@NullMarked
package dev.unknot.common.terms;

import org.jspecify.annotations.NullMarked;
