package dev.unknot.frontdesk.messages;

import dev.unknot.common.appointment.AppointmentView;
import dev.unknot.common.location.LocationId;
import dev.unknot.frontdesk.board.Standing;
import dev.unknot.frontdesk.board.WallTime;
import java.time.LocalDate;

/**
 * The visit a client writes about.
 *
 * @param date its local day, to open the board at
 */
public record VisitAsked(LocationId location, LocalDate date, String when, Standing standing) {

    static VisitAsked of(AppointmentView visit) {
        return new VisitAsked(
                visit.locationId(),
                visit.localStart().toLocalDate(),
                new WallTime(visit.zone()).moment(visit.start()),
                Standing.of(visit.status()));
    }
}
