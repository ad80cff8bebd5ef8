package dev.unknot.frontdesk.board;

import dev.unknot.common.access.Role;
import dev.unknot.common.appointment.AppointmentView;
import dev.unknot.frontdesk.account.StaffAccount;
import dev.unknot.frontdesk.clinic.Refused;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A therapist's time given twice on purpose, with a reason, by who may. */
final class Overbooking {

    /** Among what a form sets aside, and in the history; no rule of booking-service has it. */
    static final String CODE = "overbooked";

    /** Where nobody has given a reason yet: of an attempt, which is not kept. */
    static final String TRIED = "to see whether it could be done";

    private static final Role[] MAY = {Role.OWNER, Role.MANAGER};

    private Overbooking() {}

    /**
     * A refusal, which can be insisted on where the therapist's being taken is all that stands in the way. That is tried
     * out: a client, a room and a therapist who are taken are all refused with one code.
     *
     * @param attempt the same with the time given twice, and nothing of it kept
     */
    static Refusal offered(StaffAccount desk, Refused refused, Supplier<AppointmentView> attempt) {
        Refusal refusal = Refusal.of(refused);
        boolean taken =
                refused.reasons().stream().anyMatch(reason -> reason.code().equals("slot-taken"));
        return taken && desk.is(MAY) ? tried(refusal, attempt) : refusal;
    }

    /** What the attempt lacks is set aside with it, if it can be. */
    private static Refusal tried(Refusal refusal, Supplier<AppointmentView> attempt) {
        try {
            AppointmentView done = attempt.get();
            return done == null ? refusal : refusal.unless(Stream.of(CODE));
        } catch (Refused other) {
            Refusal then = Refusal.of(other);
            return then.waivable() ? refusal.unless(Stream.concat(Stream.of(CODE), then.setAside().stream())) : refusal;
        }
    }
}
