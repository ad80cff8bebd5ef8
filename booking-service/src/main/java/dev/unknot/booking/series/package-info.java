/** Series of visits agreed on together: their days, and what is done to several of them at once. Each visit is booked, moved and called off as any other, by the same rules. */
@NullMarked
package dev.unknot.booking.series;

import org.jspecify.annotations.NullMarked;
