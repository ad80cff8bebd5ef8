package dev.unknot.devstack.phone;

import java.time.Instant;

/**
 * A mail in one mailbox; a mail to several people is in each one's.
 *
 * @param messageId of the header {@code Message-ID}, empty without one
 * @param text the plain text, or the source of the first part when there is none
 */
public record Mail(String mailbox, String messageId, String from, String subject, String text, Instant at) {}
