package dev.unknot.booking.appointment;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.unknot.booking.availability.PartyWish.Seat;
import dev.unknot.booking.availability.Rule;
import dev.unknot.common.appointment.AppointmentBooked;
import dev.unknot.common.appointment.AppointmentExpired;
import dev.unknot.common.appointment.AppointmentHeld;
import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.AppointmentStatus;
import dev.unknot.common.appointment.BookAppointment;
import dev.unknot.common.appointment.Claim;
import dev.unknot.common.appointment.Participant;
import dev.unknot.common.appointment.RescheduleAppointment;
import dev.unknot.common.appointment.Waiver;
import dev.unknot.common.client.ClientId;
import dev.unknot.platform.problem.Rejection;
import dev.unknot.platform.security.Caller;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** An appointment while its time is only held: it is booked before its lease ends, or it expires. */
@CheckReturnValue
record Hold(Appointment held) {

    static Hold begun(AppointmentId id, Candidate claimed, List<Waiver> waivers, Instant expiresAt) {
        return new Hold(Appointment.first(id, AppointmentStatus.HELD, claimed, waivers, expiresAt));
    }

    /**
     * Refuses what somebody else holds, and what is no hold any more since it was booked, given back or taken over. One
     * whose lease has ended is still its holder's, for as long as nobody else has the time.
     */
    static Hold of(Appointment appointment, History history, Caller caller) {
        if (!history.begunBy().equals(caller.actor())) {
            throw Standing.holdNotYours();
        }
        return switch (appointment.status()) {
            case HELD -> new Hold(appointment);
            case EXPIRED -> {
                if (!history.endedFor(LapsedHolds.LEASE_OVER)) {
                    throw Standing.is(AppointmentStatus.EXPIRED);
                }
                yield new Hold(appointment);
            }
            default -> throw Standing.holdBooked();
        };
    }

    Change<AppointmentHeld> announced(List<Claim> claims) {
        return new Change<>(held, new AppointmentHeld(held.snapshot(claims), Difference.ALL), held.waivers());
    }

    /** Whether its lease is not over, so that nobody else can have the time. */
    boolean stands(Instant now) {
        Instant end = held.expiresAt();
        return end != null && now.isBefore(end);
    }

    Change<AppointmentHeld> renew(Instant until, List<Claim> claims) {
        return Change.between(held, claims, held.draft().heldUntil(until).done(), claims, AppointmentHeld::new);
    }

    /**
     * Codes of the soft rules that need not be judged again for a wish that takes its time over. While it stands all of them
     * were kept or set aside, as far as it was known for whom, with whom and how long; after that, those that staff set aside.
     */
    Set<String> spares(Wish wish) {
        return stands(wish.now())
                ? Arrays.stream(Rule.values())
                        .filter(rule -> rule.soft() && judgedAlike(rule, wish))
                        .map(Rule::code)
                        .collect(Collectors.toUnmodifiableSet())
                : waivers(wish).stream().map(Waiver::code).collect(Collectors.toUnmodifiableSet());
    }

    /** What staff set aside for it and a wish that takes its time over still has. */
    List<Waiver> waivers(Wish wish) {
        return held.waivers().stream()
                .filter(waiver -> Rule.ofCode(waiver.code()).stream().allMatch(rule -> judgedAlike(rule, wish)))
                .toList();
    }

    private boolean judgedAlike(Rule rule, Wish wish) {
        return (!rule.aboutClient() || each(wish, (had, seat) -> Objects.equals(had.clientId(), seat.client())))
                && (!rule.aboutTherapist()
                        || each(wish, (had, seat) -> had.therapistId().equals(seat.therapist())))
                && (!rule.aboutTravel()
                        || held.visit().end().equals(wish.session().end()));
    }

    private boolean each(Wish wish, BiPredicate<Participant, Seat> alike) {
        return IntStream.range(0, held.participants().size())
                .allMatch(seat ->
                        alike.test(held.participants().get(seat), wish.seats().get(seat)));
    }

    void requireMatch(BookAppointment command) {
        requireSame("treatmentId", command.treatmentId(), held.treatmentId());
        requireSame("minutes", command.minutes(), held.visit().minutes());
        requireSame("locationId", command.locationId(), held.visit().locationId());
        requireSame("start", command.start(), held.start());
        requireSame(
                "participants",
                command.participants().size(),
                held.participants().size());
        for (int seat = 0; seat < held.participants().size(); seat++) {
            ClientId client = held.participants().get(seat).clientId();
            if (client != null) {
                requireSame(
                        Fields.OF_BOOKING.client(seat),
                        command.participants().get(seat).clientId(),
                        client);
            }
        }
    }

    /** Of a move that is to take its time over. */
    void requireMatch(Appointment moving, RescheduleAppointment command) {
        Visit visit = moving.visit();
        requireSame("holdId", moving.treatmentId(), held.treatmentId());
        requireSame("holdId", moving.participants().size(), held.participants().size());
        requireSame("start", command.start(), held.start());
        requireSame(
                "minutes",
                command.minutes() == null ? visit.length() : command.minutes(),
                held.visit().length());
        requireSame(
                "locationId",
                command.locationId() == null ? visit.locationId() : command.locationId(),
                held.visit().locationId());
    }

    private static void requireSame(String field, Object asked, Object held) {
        if (!asked.equals(held)) {
            throw Rejection.invalid("hold-mismatch", "The hold is for something else.", field);
        }
    }

    /** Its length, place and time stay. */
    Change<AppointmentBooked> book(Candidate claimed, List<Waiver> waived, List<Claim> had) {
        boolean sameTherapists = claimed.seating().therapists().equals(held.therapists());
        Appointment booked = held.draft()
                .given(claimed)
                .revised(!sameTherapists)
                .status(AppointmentStatus.BOOKED)
                .standing()
                .waivers(Waivers.together(waivers(claimed.wish()), waived))
                .done();
        return Change.between(held, had, booked, claimed.claims(), AppointmentBooked::new)
                .waiving(claimed.setAside(waived));
    }

    Change<AppointmentExpired> end(List<Claim> had) {
        Appointment expired =
                held.draft().status(AppointmentStatus.EXPIRED).standing().done();
        return Change.between(held, had, expired, List.of(), AppointmentExpired::new);
    }
}
