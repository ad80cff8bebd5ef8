/** Bounds what one caller may cost the others: how often they ask, and how much of what is costly runs at once. */
@NullMarked
package dev.unknot.platform.limit;

import org.jspecify.annotations.NullMarked;
