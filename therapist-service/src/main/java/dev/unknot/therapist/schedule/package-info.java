/**
 * Calendar arithmetic: weekly hours on a wall clock become ranges of instants over a horizon, through every change of the clocks.
 * All of it is pure but the roll, which has the published ranges follow the calendar.
 */
@NullMarked
package dev.unknot.therapist.schedule;

import org.jspecify.annotations.NullMarked;
