/**
 * A client's own page of one visit, opened by the signed link in every message: see, confirm, move, cancel, put into the
 * calendar. There is no session; the link is the secret, and it opens nothing but this one appointment.
 */
@NullMarked
package dev.unknot.frontdesk.visit;

import org.jspecify.annotations.NullMarked;
