/** The second step of a sign-in: codes of an app on somebody's phone (TOTP, RFC 6238), and codes on paper for when it is lost. */
@NullMarked
package dev.unknot.frontdesk.secondstep;

import org.jspecify.annotations.NullMarked;
