package dev.unknot.devstack.phone;

/** What the gateway does wrong with the messages to one number, until it is mended. */
public enum Trouble {
    /** It takes the message, and the answer never comes. */
    TAKES_WITHOUT_ANSWERING,
    /** The message gets lost on the way in, and no answer ever comes. */
    LOSES_WITHOUT_ANSWERING
}
