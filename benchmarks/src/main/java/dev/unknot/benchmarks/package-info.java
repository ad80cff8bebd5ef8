/** What it costs beside the floor under it. Each benchmark prints a table and leaves a line per figure in {@code benchmarks/target}. */
@NullMarked
package dev.unknot.benchmarks;

import org.jspecify.annotations.NullMarked;
