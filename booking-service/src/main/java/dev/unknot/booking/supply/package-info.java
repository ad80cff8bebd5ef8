/** What therapist-service last announced of locations and therapists, kept with its version in this database. A booking compares its index with it, so that it is never decided on older supply than is stored. */
@NullMarked
package dev.unknot.booking.supply;

import org.jspecify.annotations.NullMarked;
