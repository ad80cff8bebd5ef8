/** The pages of signing in, and the way on from there. */
@NullMarked
package dev.unknot.frontdesk.signin.web;

import org.jspecify.annotations.NullMarked;
