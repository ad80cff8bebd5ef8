/**
 * The day of a location on one sheet: who works when, who comes when, and what the desk may do about it. A pure model is
 * drawn from what the services tell; nothing is kept.
 */
@NullMarked
package dev.unknot.frontdesk.board;

import org.jspecify.annotations.NullMarked;
