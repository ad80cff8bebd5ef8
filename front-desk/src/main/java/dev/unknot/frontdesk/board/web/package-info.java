/** The day board, its dialogs, and the fragments that keep them up to date. A refusal inside a dialog is shown in it, with what was typed. */
@NullMarked
package dev.unknot.frontdesk.board.web;

import org.jspecify.annotations.NullMarked;
