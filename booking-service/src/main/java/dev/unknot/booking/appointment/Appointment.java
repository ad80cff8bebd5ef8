package dev.unknot.booking.appointment;

import static dev.unknot.common.appointment.AppointmentStatus.BOOKED;
import static dev.unknot.common.appointment.AppointmentStatus.CANCELLED;
import static dev.unknot.common.appointment.AppointmentStatus.CHECKED_IN;
import static dev.unknot.common.appointment.AppointmentStatus.COMPLETED;
import static dev.unknot.common.appointment.AppointmentStatus.CONFIRMED;
import static dev.unknot.common.appointment.AppointmentStatus.EXPIRED;
import static dev.unknot.common.appointment.AppointmentStatus.HELD;
import static dev.unknot.common.appointment.AppointmentStatus.IN_SESSION;
import static dev.unknot.common.appointment.AppointmentStatus.NO_SHOW;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.unknot.booking.availability.PartyWish.Seat;
import dev.unknot.common.appointment.AppointmentAmended;
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
import dev.unknot.common.client.ClientMerge;
import dev.unknot.common.series.SeriesId;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.common.treatment.TreatmentId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A session agreed with a client. Its claims are kept beside it, since only the database can say whether they hold; a
 * transition is told which they are, {@code had} before and {@code has} after where it changes them.
 *
 * @param version rises with every change; the sequence of its events
 * @param revision rises only when something changes that clients are told: time, length, place, therapist, treatment, price
 * @param waivers the rules set aside for the time it has now
 * @param expiresAt when a hold ends by itself; null unless held
 * @param displaced why it is no longer covered; null: covered
 * @param cancellation null unless cancelled
 * @param seriesId the series it belongs to; null: none
 * @param overbooked whether a therapist's time was given twice for it
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
        @Nullable Cancellation cancellation,
        @Nullable SeriesId seriesId,
        boolean overbooked) {

    Appointment {
        participants = List.copyOf(participants);
        waivers = List.copyOf(waivers);
    }

    /** In its first version, as it is claimed. */
    static Appointment first(
            AppointmentId id,
            AppointmentStatus status,
            Candidate claimed,
            List<Waiver> waivers,
            @Nullable Instant expiresAt) {
        return new Appointment(
                id,
                1,
                1,
                status,
                claimed.participants(),
                claimed.wish().treatment().id(),
                claimed.visit(),
                waivers,
                expiresAt,
                null,
                null,
                null,
                claimed.isOverbooked());
    }

    /** Not booked yet. */
    Appointment in(@Nullable SeriesId series) {
        return new Appointment(
                id,
                version,
                revision,
                status,
                participants,
                treatmentId,
                visit,
                waivers,
                expiresAt,
                displaced,
                cancellation,
                series,
                overbooked);
    }

    /** Whether somebody is still to come for it, or has come and is not done. */
    boolean isAhead(Instant now) {
        return switch (status) {
            case HELD -> new Hold(this).stands(now);
            case BOOKED, CONFIRMED -> now.isBefore(visit.end());
            case CHECKED_IN, IN_SESSION -> true;
            case COMPLETED, NO_SHOW, CANCELLED, EXPIRED -> false;
        };
    }

    Change<AppointmentBooked> booked(List<Claim> claims) {
        return new Change<>(this, new AppointmentBooked(snapshot(claims), Difference.ALL), waivers);
    }

    Change<AppointmentConfirmed> confirm(List<Claim> claims, Instant now) {
        Transition.CONFIRM.require(this, now);
        return Change.between(this, claims, next(CONFIRMED), claims, AppointmentConfirmed::new);
    }

    Change<AppointmentCheckedIn> checkIn(List<Claim> claims, Instant now) {
        Transition.CHECK_IN.require(this, now);
        return Change.between(this, claims, next(CHECKED_IN), claims, AppointmentCheckedIn::new);
    }

    Change<AppointmentSessionStarted> startSession(List<Claim> claims, Instant now) {
        Transition.START_SESSION.require(this, now);
        return Change.between(this, claims, next(IN_SESSION), claims, AppointmentSessionStarted::new);
    }

    Change<AppointmentCompleted> complete(List<Claim> claims, Instant now) {
        if (status == CONFIRMED) {
            throw Standing.is(BOOKED);
        }
        Transition.COMPLETE.require(this, now);
        return Change.between(this, claims, next(COMPLETED), claims, AppointmentCompleted::new);
    }

    /** @param grace how long after the start the client is waited for */
    Change<AppointmentMissed> miss(List<Claim> claims, Instant now, Duration grace) {
        Transition.MISS.require(this, now.minus(grace));
        return Change.between(this, claims, next(NO_SHOW), claims, AppointmentMissed::new);
    }

    /** Only what has not begun can be called off; what has is a no-show or a session cut short. */
    Change<AppointmentCancelled> cancel(Cancellation why, List<Claim> had) {
        if (Transition.UNDO.leadsFrom(status)) {
            throw Standing.alreadyStarted();
        }
        Transition.CANCEL.require(this, why.at());
        Appointment cancelled =
                draft().status(CANCELLED).standing().cancelled(why).done();
        return Change.between(this, had, cancelled, List.of(), AppointmentCancelled::new);
    }

    /** Whether there is a session that can be given at another time. */
    void requireMovable(Instant now) {
        Transition.MOVE.require(this, now);
    }

    /** What the client confirmed was the old time. A rule set aside for a start stays so for as long as that start stays. */
    Change<AppointmentRescheduled> reschedule(Candidate claimed, List<Waiver> waived, List<Claim> had) {
        Visit next = claimed.visit();
        boolean sameTherapists = claimed.participants().equals(participants);
        if (next.equals(visit) && sameTherapists) {
            throw Standing.noChange();
        }
        boolean sameStart = next.start().equals(start());
        Appointment moved = draft().given(claimed)
                .revised(!next.sameToTheClient(visit) || !sameTherapists)
                .status(sameStart ? status : BOOKED)
                .standing()
                .waivers(sameStart ? Waivers.together(waivers, waived) : waived)
                .done();
        return Change.between(this, had, moved, claimed.claims(), AppointmentRescheduled::new)
                .waiving(claimed.setAside(waived));
    }

    /** Whether what it consists of can still be changed: it has not begun, and its time has not passed. */
    void requireAmendable(Instant now) {
        Transition.AMEND.require(this, now);
    }

    /** The start stays, and with it what was waived and confirmed; what the client was told otherwise is news. */
    Change<AppointmentAmended> amend(Candidate claimed, List<Claim> had) {
        Visit next = claimed.visit();
        TreatmentId treatment = claimed.wish().treatment().id();
        if (next.equals(visit) && treatment.equals(treatmentId)) {
            throw Standing.noChange();
        }
        Appointment amended = draft().given(claimed)
                .treatment(treatment)
                .revised(!next.sameToTheClient(visit) || !treatment.equals(treatmentId))
                .standing()
                .done();
        return Change.between(this, had, amended, claimed.claims(), AppointmentAmended::new)
                .waiving(claimed.setAside(List.of()));
    }

    /** A client was recorded twice. It is the same person who comes, so it is no news, and it may be over. */
    Change<AppointmentAmended> reseat(ClientMerge merge, List<Claim> had) {
        UUID duplicate = merge.duplicate().value();
        UUID kept = merge.kept().value();
        List<Claim> has = had.stream()
                .map(claim -> claim.resourceId().equals(duplicate)
                        ? new Claim(claim.kind(), kept, kept, claim.during())
                        : claim)
                .toList();
        return Change.between(
                this,
                had,
                draft().reseated(merge).done(),
                has,
                (after, changed) -> new AppointmentAmended(after, changed, merge));
    }

    /** A session under way ends at another time than agreed on. Whoever is there knows, so it is no news. */
    Change<AppointmentAmended> overrun(Instant end, List<Claim> had, List<Claim> has) {
        return Change.between(this, had, draft().ending(end).done(), has, AppointmentAmended::new);
    }

    void requireUnderWay() {
        if (!Transition.OVERRUN.leadsFrom(status)) {
            throw Standing.is(status == CONFIRMED ? BOOKED : status);
        }
    }

    /** Takes back the last step of the day. */
    Change<AppointmentUndone> undo(History history, List<Claim> claims, Instant now) {
        requireUndoable(Transition.UNDO, now);
        return Change.between(this, claims, next(history.before(status)), claims, AppointmentUndone::new);
    }

    void requireRestorable(Instant now) {
        requireUndoable(Transition.RESTORE, now);
    }

    /** Where nothing can be taken back it makes no difference why. */
    private void requireUndoable(Transition back, Instant now) {
        if (!back.leadsFrom(status)) {
            throw Standing.nothingToUndo();
        }
        back.require(this, now);
    }

    /** Takes back the cancellation. The client may have heard of it, so what holds now is news to them. */
    Change<AppointmentUndone> restore(History history, Candidate claimed) {
        Appointment restored = draft().given(claimed)
                .revised(true)
                .status(history.before(CANCELLED))
                .standing()
                .done();
        return Change.between(this, List.of(), restored, claimed.claims(), AppointmentUndone::new);
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

    /** Whether it has been booked, whatever became of it. */
    boolean isMoreThanHeld() {
        return status != HELD && status != EXPIRED;
    }

    Instant start() {
        return visit.start();
    }

    /** Each of its participants, to whom they have now or, if given, to one of {@code therapists} in their order. */
    List<Seat> seats(@Nullable List<TherapistId> therapists) {
        List<Seat> seats = new ArrayList<>();
        for (Participant participant : participants) {
            TherapistId named = therapists == null ? null : therapists.get(seats.size());
            seats.add(new Seat(participant.clientId(), named, participant.therapistId()));
        }
        return List.copyOf(seats);
    }

    /** One for each of its participants. */
    List<TherapistId> therapists() {
        return participants.stream().map(Participant::therapistId).toList();
    }

    AppointmentSnapshot snapshot(List<Claim> claims) {
        return Views.snapshot(this, claims);
    }

    Draft draft() {
        return new Draft(this);
    }

    private Appointment next(AppointmentStatus next) {
        return draft().status(next).done();
    }

    private Appointment standing(@Nullable Displacement why) {
        return draft().displaced(why).done();
    }

    private void require(AppointmentStatus... allowed) {
        if (!List.of(allowed).contains(status)) {
            throw Standing.is(status);
        }
    }
}
