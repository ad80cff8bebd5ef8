/** Hands dead letters over once more, on an operator's word. Apart from the events, since they know nothing of who calls. */
@NullMarked
package dev.unknot.platform.replay;

import org.jspecify.annotations.NullMarked;
