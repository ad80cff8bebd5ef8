/** The page of accounts. */
@NullMarked
package dev.unknot.frontdesk.staff.web;

import org.jspecify.annotations.NullMarked;
