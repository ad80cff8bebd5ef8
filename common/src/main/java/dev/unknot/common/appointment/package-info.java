/** Slots and appointments, in the words of their owner, booking-service. Events carry ids, never a name or a contact. */
@NullMarked
package dev.unknot.common.appointment;

import org.jspecify.annotations.NullMarked;
