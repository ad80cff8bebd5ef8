/** The clock everything decides by, real or, in development and tests, moved. Whether a token has ended is never decided by it. */
@NullMarked
package dev.unknot.platform.clock;

import org.jspecify.annotations.NullMarked;
