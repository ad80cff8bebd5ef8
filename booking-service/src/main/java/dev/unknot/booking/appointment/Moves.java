package dev.unknot.booking.appointment;

import dev.unknot.booking.availability.Rule;
import dev.unknot.booking.treatment.TreatmentCatalogue;
import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.Claim;
import dev.unknot.common.appointment.Waiver;
import dev.unknot.common.treatment.TreatmentSnapshot;
import dev.unknot.platform.problem.Rejection;
import dev.unknot.platform.web.ExpectedVersion;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives an appointment another time, or its own back. In one transaction, in this order: the locks of what is wanted, the
 * appointment's row, its own claims freed, the new ones made. So the new time may overlap the old, and whatever fails leaves
 * the old as it was.
 */
@Component
class Moves {

    static final Set<String> EVERY_SOFT_RULE =
            Arrays.stream(Rule.values()).filter(Rule::soft).map(Rule::code).collect(Collectors.toUnmodifiableSet());

    private final TreatmentCatalogue treatments;
    private final Prices prices;
    private final FreeTime freeTime;
    private final HeldTimes heldTimes;
    private final Claims claims;
    private final Histories histories;
    private final Ledger ledger;
    private final Clock clock;

    Moves(
            TreatmentCatalogue treatments,
            Prices prices,
            FreeTime freeTime,
            HeldTimes heldTimes,
            Claims claims,
            Histories histories,
            Ledger ledger,
            Clock clock) {
        this.treatments = treatments;
        this.prices = prices;
        this.freeTime = freeTime;
        this.heldTimes = heldTimes;
        this.claims = claims;
        this.histories = histories;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** @param before as read in this transaction */
    @Transactional(propagation = Propagation.MANDATORY)
    Appointment reschedule(Appointment before, ExpectedVersion expected, Move move, BookingProgress progress) {
        return reschedule(before, claims.of(before.id()), expected, move, progress);
    }

    /** Locks what all of these moves may take. Each is refused, if it must be, only when it is made. */
    @Transactional(propagation = Propagation.MANDATORY)
    void lock(Map<Appointment, Move> wanted, BookingProgress progress) {
        List<Wish> wishes = new ArrayList<>();
        wanted.forEach((before, move) -> {
            try {
                wishes.add(move.wish(before, treatment(before), prices, clock.instant()));
            } catch (Rejection refused) {
                // It takes nothing.
            }
        });
        freeTime.lock(wishes, progress);
    }

    /** @param had what it claimed until now, which may have been freed before in this transaction */
    @Transactional(propagation = Propagation.MANDATORY)
    Appointment reschedule(
            Appointment before, List<Claim> had, ExpectedVersion expected, Move asked, BookingProgress progress) {
        expected.require(before.version());
        Hold hold = takenOver(asked, before);
        Move move = hold == null ? asked : asked.to(hold.held().therapists());
        Wish wish = move.wish(before, treatment(before), prices, clock.instant());
        List<Waiver> waived = move.waivers().all();
        if (hold != null) {
            wish = wish.sparing(hold.spares(wish));
            waived = Waivers.together(hold.waivers(wish), waived);
        }
        Candidate chosen = freeTime.choose(wish, progress);
        Change<?> change = before.reschedule(chosen, waived, had);
        return write(before, change, chosen, progress, move.cause());
    }

    /** What {@link #reschedule} would lock now. */
    Set<UUID> wants(Appointment before, Move move, BookingProgress progress) {
        return freeTime.wants(move.wish(before, treatment(before), prices, clock.instant()), progress);
    }

    /** As it was before it was cancelled, whatever was waived then, but in time that is free; another room will do. */
    @Transactional(propagation = Propagation.MANDATORY)
    Appointment restore(Appointment before, ExpectedVersion expected, BookingProgress progress) {
        expected.require(before.version());
        Instant now = clock.instant();
        before.requireRestorable(now);
        Visit visit = before.visit();
        Wish wish = new Wish(
                treatment(before),
                visit.length(),
                prices.agreed(visit, visit.locationId()),
                visit.locationId(),
                visit.start(),
                before.seats(before.therapists()),
                null,
                before,
                EVERY_SOFT_RULE,
                null,
                Fields.OF_MOVE,
                now);
        Candidate chosen = freeTime.choose(wish, progress);
        Change<?> change = before.restore(histories.of(before.id()), chosen);
        return write(before, change, chosen, progress, null);
    }

    /** As it was until now; null: the move takes none over. */
    private @Nullable Hold takenOver(Move move, Appointment before) {
        AppointmentId id = move.hold();
        if (id == null) {
            return null;
        }
        Hold hold = heldTimes.own(id, move.caller(), "holdId");
        hold.requireMatch(before, move.command());
        heldTimes.end(hold.held(), HeldTimes.REDEEMED);
        return hold;
    }

    private TreatmentSnapshot treatment(Appointment before) {
        return treatments.snapshot(before.treatmentId()).orElseThrow(Refusals::unknownTreatment);
    }

    /** The row, then its claims: those it had and does not need, and those it has from now on. */
    @Transactional(propagation = Propagation.MANDATORY)
    Appointment write(
            Appointment before, Change<?> change, Candidate chosen, BookingProgress progress, @Nullable String cause) {
        ledger.write(before, change, chosen.wish().now(), cause);
        claims.free(before.id());
        freeTime.claim(before.id(), chosen, progress);
        return change.after();
    }
}
