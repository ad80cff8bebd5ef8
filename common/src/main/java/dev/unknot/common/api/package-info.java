/** Shapes that every HTTP API of Unknot shares. */
@NullMarked
package dev.unknot.common.api;

import org.jspecify.annotations.NullMarked;
