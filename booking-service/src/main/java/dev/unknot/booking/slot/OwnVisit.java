package dev.unknot.booking.slot;

import dev.unknot.booking.appointment.AppointmentBook;
import dev.unknot.booking.availability.Agreement;
import dev.unknot.booking.availability.Party;
import dev.unknot.common.appointment.AddOn;
import dev.unknot.common.appointment.AppointmentStatus;
import dev.unknot.common.appointment.AppointmentView;
import dev.unknot.common.appointment.Participant;
import dev.unknot.platform.problem.Rejection;
import dev.unknot.platform.security.Caller;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * What a client may search: other times for the visit that their link names, as it was agreed on. Reads that visit from the
 * database, since the index knows times only.
 */
@Component
class OwnVisit {

    private static final Set<AppointmentStatus> MOVABLE = Set.of(AppointmentStatus.BOOKED, AppointmentStatus.CONFIRMED);

    private final AppointmentBook book;

    OwnVisit(AppointmentBook book) {
        this.book = book;
    }

    /** The request narrowed to what is theirs; refuses one that reaches further. */
    SlotRequest moved(SlotRequest request, Caller caller) {
        if (request.moving() == null) {
            throw refused();
        }
        AppointmentView visit = book.view(request.moving(), caller);
        SlotRequest own = new SlotRequest(
                visit.treatmentId(),
                visit.treatmentMinutes(),
                Set.of(visit.locationId()),
                request.therapist(),
                request.gender(),
                visit.participants().stream().map(Participant::clientId).toList(),
                visit.id(),
                request.from(),
                request.to(),
                request.cursor(),
                request.limit(),
                request.each(),
                Set.of(),
                request.preferences()
                        .withParty(new Party(
                                visit.participants().size(), visit.therapists().size())),
                visit.addOns().stream().map(AddOn::code).toList(),
                new Agreement(
                        visit.locationId(),
                        visit.treatmentId(),
                        visit.treatmentMinutes(),
                        visit.minutes() - visit.treatmentMinutes(),
                        visit.price()));
        if (!MOVABLE.contains(visit.status()) || reachesFurther(request, own, visit)) {
            throw refused();
        }
        return own;
    }

    private static boolean reachesFurther(SlotRequest request, SlotRequest own, AppointmentView visit) {
        return !request.treatment().equals(own.treatment())
                || request.minutes() != own.minutes() && request.minutes() != visit.minutes()
                || !own.addOns().containsAll(request.addOns())
                || !own.locations().containsAll(request.locations())
                || !request.waive().isEmpty()
                || request.preferences().party().size()
                        > own.preferences().party().size()
                || !own.clients().containsAll(request.clients());
    }

    private static Rejection refused() {
        return Rejection.forbidden("slots-not-yours", "This link shows other times for its own visit only.");
    }
}
