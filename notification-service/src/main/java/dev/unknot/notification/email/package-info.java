/** Email over SMTP. A message sent twice carries the same Message-ID, so that it is the same mail. */
@NullMarked
package dev.unknot.notification.email;

import org.jspecify.annotations.NullMarked;
