package dev.unknot.frontdesk.board;

import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.AppointmentView;
import dev.unknot.frontdesk.account.StaffAccount;
import dev.unknot.frontdesk.clinic.Appointments;
import dev.unknot.frontdesk.clinic.Bearer;
import dev.unknot.frontdesk.clinic.DeskTokens;
import dev.unknot.frontdesk.clinic.Names;
import dev.unknot.frontdesk.clinic.Refused;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;

/**
 * What is said of a visit beside whatever else the desk has open by then: whose it is, and when. Where nobody can say whose,
 * it is said without: what was done is done.
 */
@Service
public class VisitWords {

    private static final int SERVER_ERROR = 500;

    private final DeskTokens tokens;
    private final Appointments appointments;
    private final Names names;

    VisitWords(DeskTokens tokens, Appointments appointments, Names names) {
        this.tokens = tokens;
        this.appointments = appointments;
        this.names = names;
    }

    /** Of a move that was only tried. */
    public String moves(StaffAccount desk, AppointmentView visit) {
        Whose whose = whose(tokens.of(desk), visit);
        return whose.who + (whose.several ? " move to " : " moves to ") + moment(visit, visit.start()) + ".";
    }

    public String moved(StaffAccount desk, AppointmentView visit) {
        return whose(tokens.of(desk), visit).be() + " moved to " + moment(visit, visit.start()) + ".";
    }

    public String booked(StaffAccount desk, AppointmentView visit) {
        return whose(tokens.of(desk), visit).be() + " booked for " + moment(visit, visit.start()) + ".";
    }

    /** The refusal of a move, which says whose and where to. */
    public Refused notMoved(StaffAccount desk, AppointmentId id, MoveForm form, Refused why) {
        Bearer by = tokens.of(desk);
        AppointmentView visit;
        try {
            visit = appointments.find(by, id);
        } catch (Refused cannotSay) {
            return why;
        }
        Whose whose = whose(by, visit);
        String when = moment(visit, form.start(visit.zone()));
        // Where no answer came it may have been moved.
        String what = why.status() >= SERVER_ERROR
                ? whose.who + ", " + when + ": "
                : whose.be() + " not moved to " + when + ". ";
        return new Refused(why.code(), what + reason(why), null, why.status());
    }

    private static String reason(Refused why) {
        return why.is("version-mismatch")
                ? "Somebody changed the visit in the meantime."
                : String.join(" ", why.sentences());
    }

    private static String moment(AppointmentView visit, Instant start) {
        return new WallTime(visit.zone()).moment(start);
    }

    private Whose whose(Bearer by, AppointmentView visit) {
        try {
            List<String> all = Treated.names(Treated.of(
                    visit, names.clientsOf(by, List.of(visit)), unknown -> ClientNames.ERASED, therapist -> ""));
            return new Whose(Isolated.all(all), all.size() > 1);
        } catch (Refused cannotSay) {
            return new Whose("The visit", false);
        }
    }

    private record Whose(String who, boolean several) {

        String be() {
            return who + (several ? " are" : " is");
        }
    }
}
