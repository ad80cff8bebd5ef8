/** Terms as managers read and put them. Scoped to the caller's locations. */
@NullMarked
package dev.unknot.booking.terms.web;

import org.jspecify.annotations.NullMarked;
