package dev.unknot.frontdesk.live;

import java.util.Locale;

/** What a page may have to ask for again. */
enum Signal {
    /** Appointments or working time of its location. */
    DAY,
    /** Messages or replies, of any location: their events do not say which. */
    MESSAGES;

    /** As the stream names it; {@code live.js} makes {@code news-…} of it. */
    String event() {
        return name().toLowerCase(Locale.ROOT);
    }
}
