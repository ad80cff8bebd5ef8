/** Lets a call be tried: all it does is done and then rolled back, so that its answer is the real one. A controller says which of its calls may be. */
@NullMarked
package dev.unknot.platform.dryrun;

import org.jspecify.annotations.NullMarked;
