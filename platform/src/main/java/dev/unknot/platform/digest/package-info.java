/** Makes digests. */
@NullMarked
package dev.unknot.platform.digest;

import org.jspecify.annotations.NullMarked;
