package dev.unknot.notification.message;

import java.util.Locale;

/** Why a message does not go out; its code is announced. */
enum DropReason {
    CANCELLED,
    EXPIRED,
    /** The visit has moved since; another message says where to. */
    SUPERSEDED,
    NO_ADDRESS,
    OPTED_OUT,
    REFUSED,
    /** Sent several times, and each time the answer got lost. */
    OUTCOME_UNKNOWN;

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
