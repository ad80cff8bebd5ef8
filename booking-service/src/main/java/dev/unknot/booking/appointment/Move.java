package dev.unknot.booking.appointment;

import dev.unknot.booking.availability.PartyWish.Seat;
import dev.unknot.common.access.Role;
import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.RescheduleAppointment;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.common.treatment.TreatmentSnapshot;
import dev.unknot.platform.problem.Rejection;
import dev.unknot.platform.security.Caller;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A move that somebody asks for, as far as they may. */
record Move(RescheduleAppointment command, Waivers waivers, Caller caller) {

    /** Refuses a place that is not theirs and rules that are not theirs to set aside. */
    static Move asked(RescheduleAppointment command, Caller caller) {
        if (command.locationId() != null && !caller.is(Role.CLIENT)) {
            caller.locations().require(command.locationId());
        }
        return new Move(command, Waivers.granted(command.waive(), command.overbook(), caller), caller);
    }

    @Nullable
    AppointmentId hold() {
        return command.holdId();
    }

    /** To those with whom the time is held, unless it says to whom. */
    Move to(List<TherapistId> held) {
        return command.therapistId() != null || command.therapists() != null
                ? this
                : new Move(command.to(held), waivers, caller);
    }

    @Nullable
    String cause() {
        return command.cause();
    }

    Wish wish(Appointment before, TreatmentSnapshot treatment, Prices prices, Instant now) {
        before.requireMovable(now);
        Visit visit = before.visit();
        List<Seat> seats = before.seats(named(before));
        int minutes = command.minutes() == null ? visit.length() : command.minutes();
        LocationId location = command.locationId() == null ? visit.locationId() : command.locationId();
        Wish wish = new Wish(
                treatment,
                minutes,
                prices.after(before, location, treatment, minutes),
                location,
                command.start(),
                seats,
                command.roomId(),
                before,
                waived(before),
                waivers.overbook(seats),
                command.therapists() == null ? Fields.OF_MOVE : Fields.OF_MOVE_OF_SEVERAL,
                now);
        if (caller.is(Role.CLIENT)) {
            requireWithinLimits(wish, visit);
        }
        if (wish.isOf(before)) {
            throw Standing.noChange();
        }
        return wish;
    }

    /** Of whom the move is to be, one for each participant; null: anybody will do. */
    private @Nullable List<TherapistId> named(Appointment before) {
        TherapistId one = command.therapistId();
        List<TherapistId> each = command.therapists();
        if (each != null) {
            if (one != null) {
                throw Refusals.namedTwice("therapists");
            }
            if (each.size() != before.participants().size()) {
                throw Refusals.notEachNamed();
            }
            return each;
        }
        if (one == null) {
            return null;
        }
        if (before.therapists().stream().distinct().count() > 1) {
            throw Refusals.severalTherapists();
        }
        return Collections.nCopies(before.participants().size(), one);
    }

    /** A rule set aside for a start stays so for as long as that start stays. */
    private Set<String> waived(Appointment before) {
        Set<String> codes = new HashSet<>(waivers.codes());
        if (command.start().equals(before.start())) {
            before.waivers().forEach(waiver -> codes.add(waiver.code()));
        }
        return codes;
    }

    private static void requireWithinLimits(Wish wish, Visit visit) {
        if (wish.minutes() != visit.length()) {
            throw notForClients("minutes");
        }
        if (!wish.location().equals(visit.locationId())) {
            throw notForClients("locationId");
        }
        if (!visit.start().isAfter(wish.now())) {
            throw Standing.alreadyStarted();
        }
    }

    private static Rejection notForClients(String field) {
        return Rejection.forbidden("not-for-clients", "Only the clinic can change the length or the place of a visit.")
                .at(field);
    }
}
