/**
 * A visit as a file for the client's own calendar. The page of a visit offers it and each mail carries it; both say the same,
 * so that one replaces the other. Who writes one adds ical4j, which other services do without.
 */
@NullMarked
package dev.unknot.common.calendar;

import org.jspecify.annotations.NullMarked;
