/** Runs work that may collide with other work: retried as a whole, under locks taken in one order. Nothing here knows what is locked. */
@NullMarked
package dev.unknot.platform.transaction;

import org.jspecify.annotations.NullMarked;
