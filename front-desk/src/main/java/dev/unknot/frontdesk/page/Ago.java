package dev.unknot.frontdesk.page;

import java.time.Duration;

/** How long ago something was, for where no place tells which time of the day is meant. */
public final class Ago {

    private Ago() {}

    /** Such as {@code 3 h 5 min ago}; less than a minute, and what a clock has before now, is {@code just now}. */
    public static String inWords(Duration passed) {
        long minutes = passed.toMinutes();
        if (minutes < 1) {
            return "just now";
        }
        return minutes < 60 ? minutes + " min ago" : minutes / 60 + " h " + minutes % 60 + " min ago";
    }
}
