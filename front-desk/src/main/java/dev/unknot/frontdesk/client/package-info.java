/** A client's contact, where the desk has the client before it: in the booking dialog and in that of a visit. */
@NullMarked
package dev.unknot.frontdesk.client;

import org.jspecify.annotations.NullMarked;
