package dev.unknot.frontdesk.board;

import dev.unknot.common.appointment.AppointmentStatus;
import java.util.Locale;

/** An appointment's state as the desk sees it: a word and a sign beside the colour, for who cannot tell colours apart. */
public enum Standing {
    HELD("Held"),
    BOOKED("Booked"),
    CONFIRMED("Confirmed"),
    CHECKED_IN("Checked in"),
    IN_SESSION("In session"),
    COMPLETED("Completed"),
    NO_SHOW("No-show"),
    CANCELLED("Cancelled"),
    EXPIRED("Expired");

    private final String words;

    Standing(String words) {
        this.words = words;
    }

    public static Standing of(AppointmentStatus status) {
        return valueOf(status.name());
    }

    /** Whether it may still be moved or called off. */
    boolean open() {
        return this == BOOKED || this == CONFIRMED;
    }

    public String words() {
        return words;
    }

    /** Lower case with hyphens; names the style and the sign. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
