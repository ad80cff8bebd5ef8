/**
 * Blocks: short times of a therapist or a room that the front desk keeps free of appointments. They hold claims like an
 * appointment does, so that neither is ever given twice.
 */
@NullMarked
package dev.unknot.booking.block;

import org.jspecify.annotations.NullMarked;
