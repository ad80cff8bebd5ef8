/** Clients and how to reach them, in the words of their owner, booking-service. Health notes have no type here, so they cannot travel. */
@NullMarked
package dev.unknot.common.client;

import org.jspecify.annotations.NullMarked;
