/** Lets a consumer bear duplicates, gaps and replays. What was seen is kept in the transaction of its effect. */
@NullMarked
package dev.unknot.platform.inbox;

import org.jspecify.annotations.NullMarked;
