/** Time as every service means it: half-open ranges of instants on a five-minute grid. Local time exists only beside a location's zone. */
@NullMarked
package dev.unknot.common.time;

import org.jspecify.annotations.NullMarked;
