/**
 * Tells open pages that something changed, so that they ask for it again: the topics are followed by every instance for
 * itself, and a page hears of its own location through server-sent events. What changed is not told, only that.
 */
@NullMarked
package dev.unknot.frontdesk.live;

import org.jspecify.annotations.NullMarked;
