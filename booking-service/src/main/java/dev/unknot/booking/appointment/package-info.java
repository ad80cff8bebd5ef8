/** Appointments and the claims they hold on therapists, rooms and clients. The claims are the arbiter: whatever runs at once, nobody is booked twice. */
@NullMarked
package dev.unknot.booking.appointment;

import org.jspecify.annotations.NullMarked;
