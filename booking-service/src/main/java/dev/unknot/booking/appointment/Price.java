package dev.unknot.booking.appointment;

import dev.unknot.booking.terms.Quote;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for a visit.
 *
 * @param quote what it costs and what is given on top; null: the treatment is not sold in that length
 * @param terms the version of the location's terms that was known before: neither this nor what is decided from now on
 *     rests on an older one
 */
record Price(@Nullable Quote quote, long terms) {}
