/**
 * The oracle's world in the published language, as the services would announce it, so that an engine can learn it. Only
 * names and shapes are translated here; nothing is decided.
 */
@NullMarked
package dev.unknot.oracle.announcement;

import org.jspecify.annotations.NullMarked;
