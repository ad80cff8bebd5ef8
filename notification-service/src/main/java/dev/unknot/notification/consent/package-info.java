/** Who asked not to be messaged: an address itself, or a client who asked staff. Looked at right before anything is sent. */
@NullMarked
package dev.unknot.notification.consent;

import org.jspecify.annotations.NullMarked;
