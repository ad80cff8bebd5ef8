/** Searches of a location and of the chain beside a bare bit kernel. The world changes before each search, and what is found is held against the oracle. */
@NullMarked
package dev.unknot.benchmarks.search;

import org.jspecify.annotations.NullMarked;
