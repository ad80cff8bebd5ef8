/** The page on which people set up their second step, and turn it off. */
@NullMarked
package dev.unknot.frontdesk.secondstep.web;

import org.jspecify.annotations.NullMarked;
