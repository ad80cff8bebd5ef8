package dev.unknot.booking.appointment;

import static dev.unknot.common.access.Role.CLIENT;
import static dev.unknot.common.access.Role.FRONT_DESK;
import static dev.unknot.common.access.Role.INTEGRATION;
import static dev.unknot.common.access.Role.MANAGER;
import static dev.unknot.common.access.Role.OWNER;
import static dev.unknot.common.access.Role.THERAPIST;
import static dev.unknot.common.appointment.AppointmentStatus.BOOKED;
import static dev.unknot.common.appointment.AppointmentStatus.CANCELLED;
import static dev.unknot.common.appointment.AppointmentStatus.CHECKED_IN;
import static dev.unknot.common.appointment.AppointmentStatus.COMPLETED;
import static dev.unknot.common.appointment.AppointmentStatus.CONFIRMED;
import static dev.unknot.common.appointment.AppointmentStatus.EXPIRED;
import static dev.unknot.common.appointment.AppointmentStatus.HELD;
import static dev.unknot.common.appointment.AppointmentStatus.IN_SESSION;
import static dev.unknot.common.appointment.AppointmentStatus.NO_SHOW;

import dev.unknot.common.access.Role;
import dev.unknot.common.appointment.AppointmentStatus;
import dev.unknot.platform.security.Caller;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who may take an appointment from where to where, and when: the door asks it for the roles, the appointment for the rest.
 * {@code docs/appointment-life.md} shows it as a table.
 */
enum Transition {
    HOLD("POST /holds", List.of(), HELD, desk(), When.ANY_TIME),
    RENEW("POST /holds/{id}/renewal", List.of(HELD), HELD, desk(), When.ANY_TIME),
    GIVE_BACK("DELETE /holds/{id}", List.of(HELD), EXPIRED, desk(), When.ANY_TIME),
    LAPSE("its lease ends", List.of(HELD), EXPIRED, List.of(), When.ANY_TIME),
    BOOK("POST /appointments", List.of(HELD, EXPIRED), BOOKED, desk(), When.ANY_TIME),
    CONFIRM("…/confirmation", List.of(BOOKED), CONFIRMED, deskAnd(CLIENT), When.BEFORE_END),
    MOVE("…/reschedule", List.of(BOOKED, CONFIRMED), BOOKED, deskAnd(CLIENT), When.BEFORE_END),
    AMEND("…/amendment", List.of(BOOKED, CONFIRMED, CHECKED_IN), null, desk(), When.BEFORE_END),
    CHECK_IN("…/check-in", List.of(BOOKED, CONFIRMED), CHECKED_IN, deskAnd(THERAPIST), When.ON_ITS_DAY),
    START_SESSION("…/session", List.of(BOOKED, CONFIRMED, CHECKED_IN), IN_SESSION, deskAnd(THERAPIST), When.ON_ITS_DAY),
    COMPLETE("…/completion", List.of(CHECKED_IN, IN_SESSION), COMPLETED, deskAnd(THERAPIST), When.ANY_TIME),
    OVERRUN("…/overrun", List.of(CHECKED_IN, IN_SESSION), null, deskAnd(THERAPIST), When.ANY_TIME),
    MISS("…/no-show", List.of(BOOKED, CONFIRMED), NO_SHOW, deskAnd(THERAPIST), When.AFTER_GRACE),
    CANCEL("…/cancellation", List.of(BOOKED, CONFIRMED), CANCELLED, deskAnd(CLIENT), When.BEFORE_START),
    /** To the state before. */
    UNDO("…/undo", List.of(CHECKED_IN, IN_SESSION, COMPLETED, NO_SHOW), null, deskAnd(THERAPIST), When.STILL_TODAY),
    /** To the state before, where its time is still free. */
    RESTORE("…/undo", List.of(CANCELLED), null, desk(), When.STILL_AHEAD);

    private final String call;
    private final List<AppointmentStatus> from;
    private final @Nullable AppointmentStatus to;
    private final List<Role> who;
    private final When when;

    Transition(String call, List<AppointmentStatus> from, @Nullable AppointmentStatus to, List<Role> who, When when) {
        this.call = call;
        this.from = from;
        this.to = to;
        this.who = who;
        this.when = when;
    }

    /** Refuses a caller whose role may not take this step. */
    void allow(Caller caller) {
        caller.require(who.toArray(Role[]::new));
    }

    boolean leadsFrom(AppointmentStatus status) {
        return from.contains(status);
    }

    /** Refuses, with what is in the way, a state it does not lead from; then a time that is not its time. */
    void require(Appointment appointment, Instant now) {
        if (!leadsFrom(appointment.status())) {
            throw Standing.is(appointment.status());
        }
        when.require(appointment.visit(), now);
    }

    String call() {
        return call;
    }

    List<AppointmentStatus> from() {
        return from;
    }

    /** Null: to where it was before, if it {@link #leadsBack}, or else nowhere else. */
    @Nullable
    AppointmentStatus to() {
        return to;
    }

    boolean leadsBack() {
        return this == UNDO || this == RESTORE;
    }

    List<Role> who() {
        return who;
    }

    When when() {
        return when;
    }

    private static List<Role> desk() {
        return List.of(OWNER, MANAGER, FRONT_DESK, INTEGRATION);
    }

    private static List<Role> deskAnd(Role one) {
        return List.of(OWNER, MANAGER, FRONT_DESK, INTEGRATION, one);
    }
}
