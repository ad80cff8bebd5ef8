/** Blocks: time of a therapist or a room that the front desk keeps free of appointments, for a call or a repair. */
@NullMarked
package dev.unknot.common.block;

import org.jspecify.annotations.NullMarked;
