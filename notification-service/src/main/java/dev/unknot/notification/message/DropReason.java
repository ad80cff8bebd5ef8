package dev.unknot.notification.message;

import java.util.Locale;

/** Why a message does not go out; its code is announced. */
enum DropReason {
    CANCELLED,
    /** The client is here, or the visit is over. */
    STARTED,
    EXPIRED,
    /** The visit has moved since and another message says where to, or the location reminds at other times now. */
    SUPERSEDED,
    /** A reminder that found no hour before its end at which it may disturb. */
    QUIET_HOURS,
    NO_ADDRESS,
    OPTED_OUT,
    /** Of the client nothing is known any more. */
    ERASED,
    /** A reminder the gateway could not take for too long, so that it goes by the other channel. */
    GATEWAY_AWAY,
    /** A reminder that went this way because the other channel seemed to have lost it, and it had not. */
    ARRIVED_OTHERWISE,
    /** The address takes no such message, as a gateway has said before. */
    UNREACHABLE,
    REFUSED,
    /** Sent several times, and each time the answer got lost. */
    OUTCOME_UNKNOWN;

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
