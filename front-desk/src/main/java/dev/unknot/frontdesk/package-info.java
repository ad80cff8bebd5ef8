/** The front desk: it issues the tokens all services trust. Nothing here knows what a token is used for. */
@NullMarked
package dev.unknot.frontdesk;

import org.jspecify.annotations.NullMarked;
