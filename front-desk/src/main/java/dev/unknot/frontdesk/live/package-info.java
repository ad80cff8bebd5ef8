/**
 * Tells open pages that something changed, so that they ask for it again: the topics are followed by every instance for
 * itself, and a browser hears of the locations of whoever is signed in through one stream of server-sent events, which its tabs
 * share. What changed is not told, only that something did, and where.
 */
@NullMarked
package dev.unknot.frontdesk.live;

import org.jspecify.annotations.NullMarked;
