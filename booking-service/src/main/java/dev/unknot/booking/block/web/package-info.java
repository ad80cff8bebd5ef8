/** The HTTP face of blocks: make, list and lift them. Each is scoped to the caller's locations. */
@NullMarked
package dev.unknot.booking.block.web;

import org.jspecify.annotations.NullMarked;
