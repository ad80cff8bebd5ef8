/** The people who come, and how to reach them. Nothing here, least of all a log line, ever prints a person. */
@NullMarked
package dev.unknot.booking.client;

import org.jspecify.annotations.NullMarked;
