/** On what terms each location sells: its booking policy and its menu, as managers put them. Plain facts, announced as one snapshot per location; the rules that follow from them are in the package availability. */
@NullMarked
package dev.unknot.booking.terms;

import org.jspecify.annotations.NullMarked;
