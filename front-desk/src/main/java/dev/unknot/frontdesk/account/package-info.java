/** Staff accounts: who works here, in which role and where, and whether a password is theirs. How a browser stays signed in is not known here. */
@NullMarked
package dev.unknot.frontdesk.account;

import org.jspecify.annotations.NullMarked;
