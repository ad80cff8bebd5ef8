/** Who asked not to be messaged, per channel and address. Looked at right before anything is sent. */
@NullMarked
package dev.unknot.notification.consent;

import org.jspecify.annotations.NullMarked;
