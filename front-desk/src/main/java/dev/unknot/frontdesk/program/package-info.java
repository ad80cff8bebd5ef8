/** Programs of others, let in by an owner: who they are, how far they may go, and their secrets. */
@NullMarked
package dev.unknot.frontdesk.program;

import org.jspecify.annotations.NullMarked;
