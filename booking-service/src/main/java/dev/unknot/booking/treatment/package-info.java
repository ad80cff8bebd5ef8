/** What the clinic sells: treatments, their lengths and prices, and what they need of therapist and room. Plain records; each change is announced as a snapshot. */
@NullMarked
package dev.unknot.booking.treatment;

import org.jspecify.annotations.NullMarked;
