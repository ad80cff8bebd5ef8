package dev.unknot.frontdesk.clinic;

/** Why something was done, in words for the desk; what comes with a visit is a code. */
public final class Causes {

    private Causes() {}

    public static String words(String code) {
        return switch (code) {
            case "client-asked" -> "the client asked";
            case "client-ill" -> "the client is ill";
            case "therapist-ill" -> "the therapist is ill";
            case "location-closed" -> "the location is closed";
            case "booked-by-mistake" -> "booked by mistake";
            case "not-covered" -> "it was not covered any more";
            case "schedule-changed" -> "the schedule changed";
            case "desk-moved" -> "moved at the desk";
            case "desk-changed" -> "changed at the desk";
            case "other" -> "another reason";
            // What a connected program says is its own word.
            default -> code.replace('-', ' ');
        };
    }
}
