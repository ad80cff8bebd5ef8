package dev.unknot.frontdesk.board;

import dev.unknot.common.appointment.AppointmentView;
import dev.unknot.common.therapist.TherapistId;
import org.jspecify.annotations.Nullable;

/**
 * An appointment on the sheet, in the column of one of its therapists.
 *
 * @param client their name; null: held for nobody yet, or not known
 * @param time on the wall clock
 * @param displaced why it is not covered any more, in words; null: it is
 */
record Block(
        AppointmentView appointment,
        TherapistId therapist,
        Place place,
        Lane lane,
        Standing standing,
        @Nullable String client,
        String treatment,
        String time,
        @Nullable String displaced) {

    /** How its words are laid out: an hour has a line for each, half an hour two, a quarter of an hour one. */
    public String size() {
        return sizeOf(place);
    }

    static String sizeOf(Place place) {
        return place.rows() < 6 ? "small tiny" : place.rows() < 10 ? "small" : "";
    }

    /** Whether the desk may drag it elsewhere. */
    public boolean movable() {
        return standing == Standing.BOOKED || standing == Standing.CONFIRMED;
    }

    /** All of it in one breath, as a screen reader says it. */
    public String label() {
        return String.join(
                ", ",
                time,
                client == null ? "nobody named" : client,
                treatment,
                standing.words() + (displaced == null ? "" : ", not covered: " + displaced));
    }
}
