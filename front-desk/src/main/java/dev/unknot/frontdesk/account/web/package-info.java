/** The page on which people change their own password. */
@NullMarked
package dev.unknot.frontdesk.account.web;

import org.jspecify.annotations.NullMarked;
