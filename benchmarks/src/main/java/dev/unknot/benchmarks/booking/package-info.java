/** Searches and bookings over HTTP, beside the same statements by bare JDBC. The statements are not copied but recorded from the service itself. */
@NullMarked
package dev.unknot.benchmarks.booking;

import org.jspecify.annotations.NullMarked;
