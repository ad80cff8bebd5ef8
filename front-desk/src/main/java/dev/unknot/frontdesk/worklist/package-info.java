/** Visits that stand but are no longer covered, and where each could go: the desk moves one with a click, or calls its client. */
@NullMarked
package dev.unknot.frontdesk.worklist;

import org.jspecify.annotations.NullMarked;
