/**
 * Offers slots: keeps the one index of availability up to date with the topics and the appointments, and searches it for
 * callers. It knows Kafka and the database so that the package availability need not.
 */
@NullMarked
package dev.unknot.booking.slot;

import org.jspecify.annotations.NullMarked;
