/** The pages of messages and replies. */
@NullMarked
package dev.unknot.frontdesk.messages.web;

import org.jspecify.annotations.NullMarked;
