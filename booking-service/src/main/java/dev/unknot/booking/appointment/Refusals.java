package dev.unknot.booking.appointment;

import dev.unknot.booking.availability.PartyVerdict;
import dev.unknot.booking.availability.Verdict;
import dev.unknot.platform.problem.Rejection;
import java.util.Set;

/** Refusals of a booking as callers see them. */
final class Refusals {

    static final String SLOT_TAKEN = "slot-taken";
    private static final String ROOM_TAKEN = "room-taken";
    private static final String TOO_FEW = "too-few-therapists";

    /** Those that hold because of what else is in the book or the schedule right now, not because of the request. */
    private static final Set<String> CONFLICTS = Set.of(
            SLOT_TAKEN,
            ROOM_TAKEN,
            TOO_FEW,
            "location-closed",
            "outside-working-time",
            "therapist-away",
            "room-out",
            "client-barred",
            "therapist-avoided",
            "approval-needed",
            "client-day-limit",
            "client-week-limit",
            "client-travel",
            "therapist-day-limit",
            "therapist-travel");

    /** Where nobody asked for the time, all of these might be free after all. */
    private static final Set<String> FOR_WHAT_IS_TAKEN = Set.of(
            SLOT_TAKEN,
            ROOM_TAKEN,
            TOO_FEW,
            "client-day-limit",
            "client-week-limit",
            "client-travel",
            "therapist-day-limit",
            "therapist-travel");

    private Refusals() {}

    /** Whether a rule of that code is broken by what else stands right now. */
    static boolean isConflict(String code) {
        return CONFLICTS.contains(code);
    }

    /** Whether it may be only that the index believes something taken. */
    static boolean forWhatIsTaken(PartyVerdict.Refused refused) {
        return FOR_WHAT_IS_TAKEN.contains(refused.rule().code());
    }

    static Rejection of(PartyVerdict.Refused refused, Fields fields) {
        Verdict.Refused rule = refused.rule();
        String field = switch (rule.field()) {
            case "therapistId" -> fields.therapist(refused.seat());
            case "clientId" -> fields.client(refused.seat());
            default -> rule.field();
        };
        return isConflict(rule.code())
                ? Rejection.conflict(rule.code(), rule.sentence()).at(field)
                : Rejection.invalid(rule.code(), rule.sentence(), field);
    }

    /** Whether it says that something is claimed, of which only the claims can speak. */
    static boolean isTaken(String code) {
        return code.equals(SLOT_TAKEN) || code.equals(ROOM_TAKEN) || code.equals(TOO_FEW);
    }

    static Rejection unknownTreatment() {
        return Rejection.invalid("unknown-treatment", "There is no such treatment.", "treatmentId");
    }

    static Rejection unknownClient(String field) {
        return Rejection.invalid("unknown-client", "There is no such client.", field);
    }

    static Rejection clientTwice(String field) {
        return Rejection.invalid("client-twice", "A client takes part once.", field);
    }

    static Rejection namedTwice(String field) {
        return Rejection.invalid("named-twice", "Say it in one way: for one, or for each of several.", field);
    }

    static Rejection notEachNamed() {
        return Rejection.invalid(
                "participants-mismatch", "Name one therapist for each participant, in their order.", "therapists");
    }

    static Rejection severalTherapists() {
        return Rejection.invalid(
                "several-therapists", "This visit has several therapists; name one for each of them.", "therapistId");
    }

    static Rejection clientTaken(String field) {
        return Rejection.conflict(SLOT_TAKEN, "The client has another appointment then.")
                .at(field);
    }

    static Rejection therapistTaken(String field) {
        return Rejection.conflict(SLOT_TAKEN, "The therapist is taken then.").at(field);
    }

    static Rejection roomTaken() {
        return Rejection.conflict(ROOM_TAKEN, "The room is taken then.").at("roomId");
    }

    static Rejection noRoomFree() {
        return Rejection.conflict(SLOT_TAKEN, "No room is free then.").at("start");
    }

    static Rejection noneFree() {
        return Rejection.conflict(SLOT_TAKEN, "Nobody who could give this session, or no room for it, is free then.")
                .at("start");
    }

    static Rejection scheduleMoved() {
        return Rejection.conflict(SLOT_TAKEN, "The schedule is just being changed; look for a time again.")
                .at("start");
    }

    static Rejection unknownHold(String field) {
        return Rejection.invalid("unknown-hold", "There is no such hold.", field);
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
