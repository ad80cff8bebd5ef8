/** The demand side of Unknot: what is sold, to whom, and when. Each package below is one feature with one public door. */
@NullMarked
package dev.unknot.booking;

import org.jspecify.annotations.NullMarked;
