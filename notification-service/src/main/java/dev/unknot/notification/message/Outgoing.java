package dev.unknot.notification.message;

/**
 * A message written out.
 *
 * @param subject empty for an SMS
 */
record Outgoing(String address, String subject, String body) {
    /** Without the person and the text, since this ends up in logs. */
    @Override
    public String toString() {
        return "Outgoing[]";
    }
}
