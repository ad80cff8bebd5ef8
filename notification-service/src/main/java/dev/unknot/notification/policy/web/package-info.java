/** The policy as managers read and put it. Scoped to the caller's locations. */
@NullMarked
package dev.unknot.notification.policy.web;

import org.jspecify.annotations.NullMarked;
