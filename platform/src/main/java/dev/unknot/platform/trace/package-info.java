/** Carries the W3C trace context of a request or event through the thread that handles it. No spans are recorded here; the context is only passed on and logged. */
@NullMarked
package dev.unknot.platform.trace;

import org.jspecify.annotations.NullMarked;
