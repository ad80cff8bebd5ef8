/** Prices in minor units with their currency. */
@NullMarked
package dev.unknot.common.money;

import org.jspecify.annotations.NullMarked;
