package dev.unknot.frontdesk.board;

import dev.unknot.common.appointment.AppointmentView;
import dev.unknot.common.therapist.TherapistId;
import org.jspecify.annotations.Nullable;

/**
 * An appointment on the sheet, in the column of one of its therapists.
 *
 * @param client their name; null: held for nobody yet, or not known
 * @param time on the wall clock
 * @param unreached whether no channel told its client something, and nobody has called them yet
 * @param held until when and for whom; null: it is no hold
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
        @Nullable String displaced,
        boolean unreached,
        @Nullable HeldTime held) {

    /** What is held, as {@link BookingForm} has it. */
    public String offer() {
        return appointment.treatmentId() + ":" + appointment.minutes();
    }

    /** Whose visit it is; of a time held for nobody yet, who holds it until when. */
    public String title() {
        if (client != null) {
            return client;
        }
        return held == null ? "Nobody named yet" : held.words();
    }

    /** Its state in words, with how long it is held unless its title says so. */
    public String state() {
        return held == null || client == null ? standing.words() : held.words();
    }

    /** How its words are laid out: an hour has a line for each, half an hour two, a quarter of an hour one, less none. */
    public String size() {
        return sizeOf(place);
    }

    static String sizeOf(Place place) {
        if (place.rows() < 3) {
            return "small tiny sliver";
        }
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
                client == null ? "nobody named" : Isolated.of(client),
                treatment,
                (held == null ? standing.words() : held.words())
                        + (displaced == null ? "" : ", not covered: " + displaced)
                        + (unreached ? ", no message reached the client" : ""));
    }
}
