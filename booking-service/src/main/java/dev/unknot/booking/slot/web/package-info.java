/** Slots over HTTP. They are found, never stored, so there is nothing but a search. */
@NullMarked
package dev.unknot.booking.slot.web;

import org.jspecify.annotations.NullMarked;
