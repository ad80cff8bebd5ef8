package dev.unknot.booking.appointment;

import dev.unknot.booking.availability.Verdict;
import dev.unknot.platform.problem.Rejection;
import java.util.Set;

/** Refusals of a booking as callers see them. */
final class Refusals {

    static final String SLOT_TAKEN = "slot-taken";

    /** Those that hold because of what else is in the book or the schedule right now, not because of the request. */
    private static final Set<String> CONFLICTS = Set.of(SLOT_TAKEN, "outside-working-time");

    private Refusals() {}

    static Rejection of(Verdict.Refused refused, Fields fields) {
        String field = refused.field().equals("therapistId") ? fields.therapist() : refused.field();
        return CONFLICTS.contains(refused.code())
                ? Rejection.conflict(refused.code(), refused.sentence()).at(field)
                : Rejection.invalid(refused.code(), refused.sentence(), field);
    }

    static Rejection unknownTreatment() {
        return Rejection.invalid("unknown-treatment", "There is no such treatment.", "treatmentId");
    }

    static Rejection unknownClient(Fields fields) {
        return Rejection.invalid("unknown-client", "There is no such client.", fields.client());
    }

    static Rejection clientTaken(Fields fields) {
        return Rejection.conflict(SLOT_TAKEN, "The client has another appointment then.")
                .at(fields.client());
    }

    static Rejection therapistTaken() {
        return Rejection.conflict(SLOT_TAKEN, "The therapist is taken then.").at("start");
    }

    static Rejection noneFree() {
        return Rejection.conflict(SLOT_TAKEN, "Nobody who could give this session, or no room for it, is free then.")
                .at("start");
    }

    static Rejection scheduleMoved() {
        return Rejection.conflict(SLOT_TAKEN, "The schedule is just being changed; look for a time again.")
                .at("start");
    }

    static Rejection unknownHold() {
        return Rejection.invalid("unknown-hold", "There is no such hold.", "holdId");
    }

    static Rejection tooManyHolds(int most) {
        return Rejection.conflict(
                "too-many-holds", "You hold " + most + " times already; book them or give some back.");
    }

    static Rejection notFound() {
        return Rejection.notFound("not-found", "There is no such appointment.");
    }

    /** Somebody else changed the row between reading and writing it. */
    static Rejection busy() {
        return Rejection.conflict("busy", "This appointment is being changed; read it again.");
    }
}
