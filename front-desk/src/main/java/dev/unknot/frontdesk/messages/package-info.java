/** What the clinic sends its clients and what they answer: every message with where it stands, and the answers that wait for a person. */
@NullMarked
package dev.unknot.frontdesk.messages;

import org.jspecify.annotations.NullMarked;
