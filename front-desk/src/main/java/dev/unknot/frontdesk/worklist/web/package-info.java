/** The page of the work list; the alternatives of a visit are looked for when its entry comes into sight. */
@NullMarked
package dev.unknot.frontdesk.worklist.web;

import org.jspecify.annotations.NullMarked;
