/** What clients answer by SMS: understood, announced, and where nobody but a person can understand it, kept for staff. Texts and numbers stay here. */
@NullMarked
package dev.unknot.notification.reply;

import org.jspecify.annotations.NullMarked;
