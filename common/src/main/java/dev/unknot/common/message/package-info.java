/** Messages to clients, in the words of their owner, notification-service. Events carry ids, never a text or an address. */
@NullMarked
package dev.unknot.common.message;

import org.jspecify.annotations.NullMarked;
