/** Ends what has been kept for long enough. A service declares its {@link dev.unknot.platform.retention.Kept kinds} as beans. */
@NullMarked
package dev.unknot.platform.retention;

import org.jspecify.annotations.NullMarked;
