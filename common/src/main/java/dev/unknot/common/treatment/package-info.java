/** Treatments a clinic offers, in the words of their owner, booking-service. */
@NullMarked
package dev.unknot.common.treatment;

import org.jspecify.annotations.NullMarked;
