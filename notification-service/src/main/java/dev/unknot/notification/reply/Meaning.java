package dev.unknot.notification.reply;

/** What a message says, by its words alone. */
enum Meaning {
    /** They will come. */
    CONFIRM,
    /** Fine; they will come if they were asked, and say nothing of use if not. */
    AGREE,
    /** A word by which carriers and gateways opt a number out, and say so themselves. */
    STOP,
    /** No more messages, in words of their own that no gateway knows. */
    PLEASE_STOP,
    START,
    HELP,
    /** Thanks, or a phone's word that somebody smiled at a message: nobody has to read it. */
    NOTHING,
    /** A person has to read it. */
    UNCLEAR
}
