package dev.unknot.frontdesk.board;

import dev.unknot.common.access.Role;
import dev.unknot.common.appointment.AppointmentView;
import dev.unknot.frontdesk.account.StaffAccount;
import dev.unknot.frontdesk.clinic.Refused;
import java.util.function.Supplier;

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
        return refused.is("slot-taken") && desk.is(MAY) && leadsOn(attempt) ? refusal.unless(CODE) : refusal;
    }

    private static boolean leadsOn(Supplier<AppointmentView> attempt) {
        try {
            return attempt.get() != null;
        } catch (Refused other) {
            return Refusal.of(other).waivable();
        }
    }
}
