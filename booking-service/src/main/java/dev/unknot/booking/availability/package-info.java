/**
 * What can be booked when: therapists', rooms' and clients' time in memory, and the one set of rules by which a search
 * proposes slots and a booking is judged. Pure Java without clock and I/O; the claims in the database have the last word.
 */
@NullMarked
package dev.unknot.booking.availability;

import org.jspecify.annotations.NullMarked;
