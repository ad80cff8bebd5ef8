/** Tokens for programs that call the services: they ask with id and secret (OAuth 2 client credentials) and get who they are, signed. */
@NullMarked
package dev.unknot.frontdesk.token;

import org.jspecify.annotations.NullMarked;
