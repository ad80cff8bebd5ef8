/** The ports through which messages leave, one per channel. What comes back is one of a few named outcomes. */
@NullMarked
package dev.unknot.notification.delivery;

import org.jspecify.annotations.NullMarked;
