/** The page of programs. */
@NullMarked
package dev.unknot.frontdesk.program.web;

import org.jspecify.annotations.NullMarked;
