/** The ledger as staff read it. Scoped to the caller's locations. */
@NullMarked
package dev.unknot.notification.message.web;

import org.jspecify.annotations.NullMarked;
