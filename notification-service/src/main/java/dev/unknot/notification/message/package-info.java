/** The ledger: every message with its due time, expiry and state, and how each gets out exactly once. A pure plan decides what is sent, a dispatcher sends it. */
@NullMarked
package dev.unknot.notification.message;

import org.jspecify.annotations.NullMarked;
