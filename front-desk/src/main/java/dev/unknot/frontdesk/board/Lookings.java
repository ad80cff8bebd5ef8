package dev.unknot.frontdesk.board;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.AppointmentStatus;
import dev.unknot.common.appointment.AppointmentView;
import dev.unknot.common.appointment.TherapistStarts;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.common.time.TimeRange;
import dev.unknot.frontdesk.clinic.Appointments;
import dev.unknot.frontdesk.clinic.Asked;
import dev.unknot.frontdesk.clinic.Bearer;
import dev.unknot.frontdesk.clinic.Refused;
import dev.unknot.frontdesk.clinic.Slots;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks what of a day depends on who looks at it, and what could be sold in it. */
@Component
class Lookings {

    private final Appointments appointments;
    private final Slots slots;

    Lookings(Appointments appointments, Slots slots) {
        this.appointments = appointments;
        this.slots = slots;
    }

    /** What could be sold, to be asked while the day itself is. */
    Asked<@Nullable Map<TherapistId, TherapistStarts>> startsOn(TimeRange day, LocationId place, Bearer by) {
        return Asked.now(() -> starts(by, place, day));
    }

    DayFacts seen(DayFacts facts, Asked<@Nullable Map<TherapistId, TherapistStarts>> starts, Bearer by) {
        return facts.seen(new Looking(facts.now(), ownHolds(by, facts), starts.answer()));
    }

    /** Asked for only where somebody holds something; none when nobody can say. */
    private Set<AppointmentId> ownHolds(Bearer by, DayFacts facts) {
        if (facts.appointments().stream().noneMatch(visit -> visit.status() == AppointmentStatus.HELD)) {
            return Set.of();
        }
        try {
            return appointments.ownHolds(by).items().stream()
                    .map(AppointmentView::id)
                    .collect(toSet());
        } catch (Refused cannotSay) {
            return Set.of();
        }
    }

    /** Null when nobody can say: a board that offers too much is better than none. */
    private @Nullable Map<TherapistId, TherapistStarts> starts(Bearer by, LocationId place, TimeRange day) {
        try {
            return slots.starts(by, place, day.start(), day.end()).items().stream()
                    .collect(toMap(TherapistStarts::therapistId, told -> told));
        } catch (Refused cannotSay) {
            return null;
        }
    }
}
