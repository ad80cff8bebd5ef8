/** Email over SMTP. A message sent twice carries the same Message-ID, so that it is the same mail. What comes back is read over IMAP. */
@NullMarked
package dev.unknot.notification.email;

import org.jspecify.annotations.NullMarked;
