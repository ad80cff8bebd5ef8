/** The appointments a message may be about, as last announced. Read again right before anything is sent. */
@NullMarked
package dev.unknot.notification.visit;

import org.jspecify.annotations.NullMarked;
