package dev.unknot.notification.reply;

/** What the gateway has taken an SMS for: {@code OptOutType} of Twilio's Advanced Opt-Out. It decides over the words. */
public enum GatewayVerdict {
    STOP,
    START,
    HELP
}
