package dev.unknot.devstack.phone;

import java.util.Map;

/** Whose messages a page shows: a phone's, a mailbox's, or no one's. */
record Selection(Kind kind, String owner) {

    /** What was chosen. */
    enum Kind {
        PHONE,
        MAILBOX,
        NONE
    }

    static Selection of(Map<String, String> query) {
        if (query.containsKey("phone")) {
            return phone(query.getOrDefault("phone", ""));
        }
        if (query.containsKey("mailbox")) {
            return mailbox(query.getOrDefault("mailbox", ""));
        }
        return new Selection(Kind.NONE, "");
    }

    static Selection phone(String number) {
        return new Selection(Kind.PHONE, number);
    }

    static Selection mailbox(String address) {
        return new Selection(Kind.MAILBOX, address);
    }

    /** As a query, with its question mark. */
    String query() {
        return switch (kind) {
            case PHONE -> "?phone=" + Form.encode(owner);
            case MAILBOX -> "?mailbox=" + Form.encode(owner);
            case NONE -> "";
        };
    }
}
