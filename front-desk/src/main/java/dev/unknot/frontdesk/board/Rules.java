package dev.unknot.frontdesk.board;

/** What was set aside for a visit, as the desk calls it. */
public final class Rules {

    private Rules() {}

    public static String words(String code) {
        return switch (code) {
            case "notice-too-short" -> "the notice";
            case "off-cadence" -> "the times that are offered";
            case "too-far-ahead" -> "how far ahead can be booked";
            case "approval-needed" -> "the approval after missed visits";
            case "client-day-limit" -> "the client’s limit for a day";
            case "client-week-limit" -> "the client’s limit for a week";
            case "therapist-day-limit" -> "the therapist’s limit for a day";
            case "client-travel" -> "the client’s way between two places";
            case "therapist-travel" -> "the therapist’s way between two places";
            case Overbooking.CODE -> "that the therapist is taken";
            default -> "a rule";
        };
    }
}
