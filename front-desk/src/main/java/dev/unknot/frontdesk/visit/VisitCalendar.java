package dev.unknot.frontdesk.visit;

import dev.unknot.common.appointment.AppointmentStatus;
import dev.unknot.common.calendar.CalendarEntry;
import dev.unknot.common.calendar.CalendarFile;
import dev.unknot.common.location.Address;
import java.net.URI;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Writes a visit for the client's own calendar. */
@Component
public class VisitCalendar {

    private final Clock clock;

    VisitCalendar(Clock clock) {
        this.clock = clock;
    }

    /** An iCalendar file; of a cancelled visit one that strikes it from the calendar. */
    public String file(Visit visit, String title, String description, URI link) {
        var appointment = visit.appointment();
        Address address = visit.clinic().address();
        return CalendarFile.of(new CalendarEntry(
                appointment.id(),
                appointment.version(),
                appointment.status() == AppointmentStatus.CANCELLED,
                title,
                description,
                visit.clinic().name() + ", " + address.street() + ", " + address.town(),
                appointment.start(),
                appointment.end(),
                appointment.zone(),
                link,
                clock.instant()));
    }
}
