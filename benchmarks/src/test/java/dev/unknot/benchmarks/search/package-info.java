/** That the benchmarks still measure what they say. */
@NullMarked
package dev.unknot.benchmarks.search;

import org.jspecify.annotations.NullMarked;
