package dev.unknot.notification.sms;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What Twilio's error codes say of a number and of ourselves. Each is described at twilio.com/docs/api/errors/CODE; a
 * code in neither list is about one message: 30003 (the phone is off), 30007 (filtered), 21617 (too long).
 */
public final class GatewayErrors {
    /** The recipient answered STOP and the carrier keeps it. */
    static final String OPTED_OUT = "21610";

    private static final Set<String> NUMBER_TAKES_NO_SMS = Set.of(
            "21211", // not a phone number
            "21217", // not a valid one
            "21265", // a short code
            "21614", // not a mobile number
            "21635", // a landline, refused at once
            "30005", // unknown to its network, or no longer in use
            "30006"); // a landline, or a carrier that cannot be reached

    private static final Set<String> OURS = Set.of(
            "20003", // the token is wrong
            "20005", // the account is not active
            "21212", // the sender is not a number
            "21408", // the account may not send to this country
            "21603", // there is no sender
            "21606", // the sender cannot send there
            "21608", // a trial account writes to verified numbers only
            "21611", // the sender's queue is full
            "21612", // the sender does not reach this country or carrier
            "21659", // the sender is not the gateway's
            "21660", // the sender is another account's
            "21661", // the sender cannot send SMS
            "30001", // the queue is full
            "30002", // the account is suspended
            "30034"); // the sender is not registered with US carriers

    /** Of {@link #OURS}, those by which no message goes out to anybody. */
    private static final Set<String> OF_THE_ACCOUNT = Set.of("20003", "20005", "21212", "21603", "21660", "21661");

    private GatewayErrors() {}

    static boolean ofTheAccount(String code) {
        return OF_THE_ACCOUNT.contains(code);
    }

    /** Whether no SMS will ever arrive at the number, ours or another's. */
    public static boolean numberTakesNoSms(@Nullable String code) {
        return code != null && NUMBER_TAKES_NO_SMS.contains(code);
    }

    /** Whether our account or settings are the reason, so that an operator has to look. */
    public static boolean ours(@Nullable String code) {
        return code != null && OURS.contains(code);
    }
}
