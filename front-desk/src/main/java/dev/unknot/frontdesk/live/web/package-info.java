/** The stream of server-sent events that open pages listen to. It is cut off after a while, so that each page shows again who it is. */
@NullMarked
package dev.unknot.frontdesk.live.web;

import org.jspecify.annotations.NullMarked;
