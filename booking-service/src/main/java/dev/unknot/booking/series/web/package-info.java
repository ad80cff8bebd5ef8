/** The HTTP face of series: agree on one, read it, change or call off several of its visits. */
@NullMarked
package dev.unknot.booking.series.web;

import org.jspecify.annotations.NullMarked;
