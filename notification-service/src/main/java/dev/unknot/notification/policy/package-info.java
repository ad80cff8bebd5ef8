/** When each location reminds its clients, and when it lets them sleep. Facts that managers put; what follows from them for a visit is planned elsewhere. */
@NullMarked
package dev.unknot.notification.policy;

import org.jspecify.annotations.NullMarked;
