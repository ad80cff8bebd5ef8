package dev.unknot.booking.appointment;

import static dev.unknot.common.appointment.AppointmentStatus.BOOKED;
import static dev.unknot.common.appointment.AppointmentStatus.CANCELLED;
import static dev.unknot.common.appointment.AppointmentStatus.CHECKED_IN;
import static dev.unknot.common.appointment.AppointmentStatus.COMPLETED;
import static dev.unknot.common.appointment.AppointmentStatus.CONFIRMED;
import static dev.unknot.common.appointment.AppointmentStatus.IN_SESSION;
import static dev.unknot.common.appointment.AppointmentStatus.NO_SHOW;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.unknot.common.appointment.AppointmentBooked;
import dev.unknot.common.appointment.AppointmentCancelled;
import dev.unknot.common.appointment.AppointmentCheckedIn;
import dev.unknot.common.appointment.AppointmentCompleted;
import dev.unknot.common.appointment.AppointmentConfirmed;
import dev.unknot.common.appointment.AppointmentDisplaced;
import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.AppointmentMissed;
import dev.unknot.common.appointment.AppointmentRescheduled;
import dev.unknot.common.appointment.AppointmentRestored;
import dev.unknot.common.appointment.AppointmentSessionStarted;
import dev.unknot.common.appointment.AppointmentSnapshot;
import dev.unknot.common.appointment.AppointmentStatus;
import dev.unknot.common.appointment.AppointmentUndone;
import dev.unknot.common.appointment.Claim;
import dev.unknot.common.appointment.Displacement;
import dev.unknot.common.appointment.Participant;
import dev.unknot.common.appointment.Waiver;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.common.treatment.TreatmentId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A session agreed with a client. Its claims are kept beside it, since only the database can say whether they hold; a
 * transition is told which they are, {@code had} before and {@code has} after where it changes them.
 *
 * @param version rises with every change; the sequence of its events
 * @param revision rises only when time, place or therapist change
 * @param waivers the rules set aside for the time it has now
 * @param expiresAt when a hold ends by itself; null unless held
 * @param displaced why it is no longer covered; null: covered
 * @param cancellation null unless cancelled
 */
@CheckReturnValue
record Appointment(
        AppointmentId id,
        long version,
        long revision,
        AppointmentStatus status,
        List<Participant> participants,
        TreatmentId treatmentId,
        Visit visit,
        List<Waiver> waivers,
        @Nullable Instant expiresAt,
        @Nullable Displacement displaced,
        @Nullable Cancellation cancellation) {

    private static final Set<AppointmentStatus> STEPS = Set.of(CHECKED_IN, IN_SESSION, COMPLETED, NO_SHOW);

    Appointment {
        participants = List.copyOf(participants);
        waivers = List.copyOf(waivers);
    }

    /** Of one client with one therapist. */
    static Appointment booked(
            AppointmentId id, Participant participant, TreatmentId treatment, Visit visit, List<Waiver> waivers) {
        return new Appointment(id, 1, 1, BOOKED, List.of(participant), treatment, visit, waivers, null, null, null);
    }

    Change<AppointmentBooked> booked(List<Claim> claims) {
        return new Change<>(this, new AppointmentBooked(snapshot(claims), Difference.ALL), waivers);
    }

    Change<AppointmentConfirmed> confirm(List<Claim> claims, Instant now) {
        require(BOOKED);
        requireNotOver(now);
        return Change.between(this, claims, next(CONFIRMED), claims, AppointmentConfirmed::new);
    }

    Change<AppointmentCheckedIn> checkIn(List<Claim> claims, Instant now) {
        require(BOOKED, CONFIRMED);
        requireToday(now);
        return Change.between(this, claims, next(CHECKED_IN), claims, AppointmentCheckedIn::new);
    }

    Change<AppointmentSessionStarted> startSession(List<Claim> claims, Instant now) {
        require(BOOKED, CONFIRMED, CHECKED_IN);
        requireToday(now);
        return Change.between(this, claims, next(IN_SESSION), claims, AppointmentSessionStarted::new);
    }

    Change<AppointmentCompleted> complete(List<Claim> claims) {
        if (status == CONFIRMED) {
            throw Standing.is(BOOKED);
        }
        require(CHECKED_IN, IN_SESSION);
        return Change.between(this, claims, next(COMPLETED), claims, AppointmentCompleted::new);
    }

    Change<AppointmentMissed> miss(List<Claim> claims, Instant now) {
        require(BOOKED, CONFIRMED);
        if (start().isAfter(now)) {
            throw Standing.notStarted();
        }
        return Change.between(this, claims, next(NO_SHOW), claims, AppointmentMissed::new);
    }

    /** Only what has not begun can be called off; what has is a no-show or a session cut short. */
    Change<AppointmentCancelled> cancel(Cancellation why, List<Claim> had) {
        if (STEPS.contains(status)) {
            throw Standing.alreadyStarted();
        }
        require(BOOKED, CONFIRMED);
        if (!start().isAfter(why.at())) {
            throw Standing.alreadyStarted();
        }
        Appointment cancelled = new Appointment(
                id, version + 1, revision, CANCELLED, participants, treatmentId, visit, waivers, null, null, why);
        return Change.between(this, had, cancelled, List.of(), AppointmentCancelled::new);
    }

    /** Whether there is a session that can be given at another time. */
    void requireMovable(Instant now) {
        require(BOOKED, CONFIRMED);
        requireNotOver(now);
    }

    /** What the client confirmed was the old time. A rule set aside for a start stays so for as long as that start stays. */
    Change<AppointmentRescheduled> reschedule(
            Visit next, TherapistId therapist, List<Waiver> waived, List<Claim> had, List<Claim> has) {
        boolean sameTherapist = therapist.equals(therapist());
        if (next.equals(visit) && sameTherapist) {
            throw Standing.noChange();
        }
        boolean sameStart = next.start().equals(start());
        Appointment moved = new Appointment(
                id,
                version + 1,
                next.sameTimeAndPlace(visit) && sameTherapist ? revision : revision + 1,
                sameStart ? status : BOOKED,
                List.of(new Participant(participants.getFirst().clientId(), therapist)),
                treatmentId,
                next,
                sameStart ? Waivers.together(waivers, waived) : waived,
                null,
                null,
                null);
        return Change.between(this, had, moved, has, AppointmentRescheduled::new)
                .waiving(waived);
    }

    /** Takes back the last step of the day. */
    Change<AppointmentUndone> undo(History history, List<Claim> claims, Instant now) {
        if (!STEPS.contains(status) || !visit.isOnDayOf(now)) {
            throw Standing.nothingToUndo();
        }
        return Change.between(this, claims, next(history.before(status)), claims, AppointmentUndone::new);
    }

    void requireRestorable(Instant now) {
        if (status != CANCELLED || !start().isAfter(now)) {
            throw Standing.nothingToUndo();
        }
    }

    /** Takes back the cancellation. The client may have heard of it, so what holds now is news to them. */
    Change<AppointmentUndone> restore(History history, Visit claimed, List<Claim> has) {
        Appointment restored = new Appointment(
                id,
                version + 1,
                revision + 1,
                history.before(CANCELLED),
                participants,
                treatmentId,
                claimed,
                waivers,
                null,
                null,
                null);
        return Change.between(this, List.of(), restored, has, AppointmentUndone::new);
    }

    /** What it rested on is gone; it stands, and keeps its claims. */
    Change<AppointmentDisplaced> displace(Displacement why, List<Claim> claims) {
        require(BOOKED, CONFIRMED, CHECKED_IN);
        return Change.between(this, claims, standing(why), claims, AppointmentDisplaced::new);
    }

    Change<AppointmentRestored> coveredAgain(List<Claim> claims) {
        require(BOOKED, CONFIRMED, CHECKED_IN);
        return Change.between(this, claims, standing(null), claims, AppointmentRestored::new);
    }

    Instant start() {
        return visit.start();
    }

    TherapistId therapist() {
        return participants.getFirst().therapistId();
    }

    AppointmentSnapshot snapshot(List<Claim> claims) {
        return Views.snapshot(this, claims);
    }

    private Appointment next(AppointmentStatus next) {
        return new Appointment(
                id,
                version + 1,
                revision,
                next,
                participants,
                treatmentId,
                visit,
                waivers,
                expiresAt,
                displaced,
                cancellation);
    }

    private Appointment standing(@Nullable Displacement why) {
        return new Appointment(
                id,
                version + 1,
                revision,
                status,
                participants,
                treatmentId,
                visit,
                waivers,
                expiresAt,
                why,
                cancellation);
    }

    private void require(AppointmentStatus... allowed) {
        if (!List.of(allowed).contains(status)) {
            throw Standing.is(status);
        }
    }

    private void requireToday(Instant now) {
        if (!visit.isOnDayOf(now)) {
            throw Standing.notToday();
        }
    }

    private void requireNotOver(Instant now) {
        if (!visit.end().isAfter(now)) {
            throw Standing.alreadyOver();
        }
    }
}
