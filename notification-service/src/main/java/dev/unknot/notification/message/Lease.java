package dev.unknot.notification.message;

/**
 * A message that a dispatcher may send for a while.
 *
 * @param taken the stop watch's reading, in nanoseconds, before the message was taken off the ledger
 */
record Lease(Message message, long taken) {}
