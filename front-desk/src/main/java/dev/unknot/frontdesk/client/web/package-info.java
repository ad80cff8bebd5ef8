/** The fragments of a client's contact. */
@NullMarked
package dev.unknot.frontdesk.client.web;

import org.jspecify.annotations.NullMarked;
