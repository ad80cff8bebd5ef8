package dev.unknot.booking.appointment;

import dev.unknot.common.access.Role;
import dev.unknot.common.appointment.RescheduleAppointment;
import dev.unknot.common.treatment.TreatmentId;
import dev.unknot.common.treatment.TreatmentSnapshot;
import dev.unknot.platform.problem.Rejection;
import dev.unknot.platform.security.Caller;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A move that somebody asks for, as far as they may. */
record Move(RescheduleAppointment command, Waivers waivers, boolean byClient) {

    /** Refuses a place that is not theirs and rules that are not theirs to set aside. */
    static Move asked(RescheduleAppointment command, Caller caller) {
        boolean byClient = caller.is(Role.CLIENT);
        if (command.locationId() != null && !byClient) {
            caller.locations().require(command.locationId());
        }
        return new Move(command, Waivers.granted(command.waive(), caller), byClient);
    }

    @Nullable
    String cause() {
        return command.cause();
    }

    Wish wish(Appointment before, Function<TreatmentId, Optional<TreatmentSnapshot>> treatments, Instant now) {
        before.requireMovable(now);
        Visit visit = before.visit();
        Wish wish = new Wish(
                treatments.apply(before.treatmentId()).orElseThrow(Refusals::unknownTreatment),
                command.minutes() == null ? visit.minutes() : command.minutes(),
                command.locationId() == null ? visit.locationId() : command.locationId(),
                command.start(),
                command.therapistId(),
                before.participants().getFirst().clientId(),
                before,
                waived(before),
                Fields.OF_MOVE,
                now);
        if (byClient) {
            requireWithinLimits(wish, visit);
        }
        if (wish.isOf(before)) {
            throw Standing.noChange();
        }
        return wish;
    }

    /** A rule set aside for a start stays so for as long as that start stays. */
    private Set<String> waived(Appointment before) {
        Set<String> codes = new HashSet<>(waivers.codes());
        if (command.start().equals(before.start())) {
            codes.addAll(new Waivers(before.waivers()).codes());
        }
        return codes;
    }

    private static void requireWithinLimits(Wish wish, Visit visit) {
        if (wish.minutes() != visit.minutes()) {
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
