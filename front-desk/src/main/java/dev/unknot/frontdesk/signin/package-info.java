/** How a browser stays signed in, and which role may open which address. The rules are one list, {@link dev.unknot.frontdesk.signin.RouteRules}. */
@NullMarked
package dev.unknot.frontdesk.signin;

import org.jspecify.annotations.NullMarked;
