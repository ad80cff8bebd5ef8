package dev.unknot.frontdesk.worklist;

import dev.unknot.common.appointment.AppointmentStatus;
import dev.unknot.common.appointment.AppointmentView;
import dev.unknot.frontdesk.board.Isolated;
import dev.unknot.frontdesk.board.Standing;
import dev.unknot.frontdesk.board.Treated;
import java.util.List;

/**
 * A visit that is no longer covered.
 *
 * @param clients who comes, and who treats each of them
 * @param why it is not, as a sentence
 */
public record WorkItem(
        AppointmentView appointment, List<Treated> clients, String when, String treatment, String place, String why) {

    /** Who comes, in words. */
    public List<String> who() {
        return Treated.names(clients);
    }

    /** The names of its therapists, in the middle of a line. */
    public String with() {
        return Isolated.all(Treated.therapists(clients));
    }

    /** Whether it stands, and nobody or no room is there for it. */
    public boolean uncovered() {
        return appointment.displaced() != null && appointment.status() != AppointmentStatus.CANCELLED;
    }

    /** Where it stands, in a word or two. */
    public String standing() {
        if (uncovered()) {
            return "Not covered";
        }
        return appointment.status() == AppointmentStatus.CANCELLED ? Standing.CANCELLED.words() : "Covered";
    }

    public boolean several() {
        return clients.size() > 1;
    }
}
