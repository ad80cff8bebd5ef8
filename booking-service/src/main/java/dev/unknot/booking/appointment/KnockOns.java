package dev.unknot.booking.appointment;

import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.Claim;
import dev.unknot.common.appointment.KnockOnView;
import dev.unknot.common.time.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What a session that ends later runs into: each visit after it goes back as far as its therapists, its room and its clients
 * are still held up, and holds up others in turn.
 */
final class KnockOns {

    /**
     * Something claimed later.
     *
     * @param id a block's where it is a block
     * @param start of the session or the block
     */
    record Later(AppointmentId id, long version, Instant start, boolean movable, List<Claim> claims) {}

    private final Map<UUID, TimeRange> heldUp = new HashMap<>();
    private final List<KnockOnView> found = new ArrayList<>();

    private KnockOns(List<Claim> had, List<Claim> has) {
        Map<UUID, Instant> before = new HashMap<>();
        had.forEach(claim -> before.put(claim.resourceId(), claim.during().end()));
        for (Claim claim : has) {
            Instant was = before.get(claim.resourceId());
            if (was != null && claim.during().end().isAfter(was)) {
                heldUp.put(claim.resourceId(), new TimeRange(was, claim.during().end()));
            }
        }
    }

    /**
     * By start.
     *
     * @param had the claims of the session as it was agreed on
     * @param has the same, to the end it will have
     * @param later by start
     */
    static List<KnockOnView> of(List<Claim> had, List<Claim> has, List<Later> later) {
        KnockOns knockOns = new KnockOns(had, has);
        later.forEach(knockOns::add);
        return List.copyOf(knockOns.found);
    }

    private void add(Later later) {
        Duration delay = later.claims().stream().map(this::delay).reduce(Duration.ZERO, KnockOns::longer);
        if (delay.isZero()) {
            return;
        }
        found.add(new KnockOnView(
                later.id(), later.version(), later.start(), later.start().plus(delay), later.movable()));
        if (later.movable()) {
            later.claims()
                    .forEach(claim -> heldUp.put(
                            claim.resourceId(), TimeRange.of(claim.during().end(), delay)));
        }
    }

    /** What overlapped before does so by somebody's will, and goes on. */
    private Duration delay(Claim claim) {
        TimeRange until = heldUp.get(claim.resourceId());
        return until == null
                        || !claim.during().start().isBefore(until.end())
                        || claim.during().start().isBefore(until.start())
                ? Duration.ZERO
                : Duration.between(claim.during().start(), until.end());
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? b : a;
    }
}
