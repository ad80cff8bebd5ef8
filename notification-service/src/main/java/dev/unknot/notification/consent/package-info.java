/** Who asked not to be messaged, per channel and address. Clients say so by answering an SMS with one word. */
@NullMarked
package dev.unknot.notification.consent;

import org.jspecify.annotations.NullMarked;
