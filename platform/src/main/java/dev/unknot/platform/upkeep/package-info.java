/** Work that a service does again and again beside everything else. */
@NullMarked
package dev.unknot.platform.upkeep;

import org.jspecify.annotations.NullMarked;
