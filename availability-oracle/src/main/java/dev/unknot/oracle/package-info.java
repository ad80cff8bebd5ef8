/**
 * A small world and what can be booked in it, found by asking every rule of every minute: slow, plain, and right if you can
 * read it. It shares no code with the engine it judges; {@link dev.unknot.oracle.announcement} alone knows other words of ours.
 */
@NullMarked
package dev.unknot.oracle;

import org.jspecify.annotations.NullMarked;
