package dev.unknot.booking.appointment;

import dev.unknot.booking.Staff;
import dev.unknot.booking.availability.PartyWish.Seat;
import dev.unknot.booking.availability.Rule;
import dev.unknot.common.access.Role;
import dev.unknot.common.appointment.Waiver;
import dev.unknot.platform.problem.Rejection;
import dev.unknot.platform.security.Caller;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Soft rules set aside for one booking, and whether the therapists' time may be given twice; who may, and which.
 *
 * @param overbooking the reason for which time may be given twice; null: it may not
 */
record Waivers(List<Waiver> all, @Nullable String overbooking) {

    private static final Role[] MAY_OVERBOOK = {Role.OWNER, Role.MANAGER};

    /** Refuses what this caller, or nobody, may waive. */
    static Waivers granted(@Nullable List<Waiver> waive, @Nullable String overbook, Caller caller) {
        if (overbook != null && !caller.is(MAY_OVERBOOK)) {
            throw Rejection.forbidden("overbooking-not-allowed", "Only owners and managers may give time twice.")
                    .at("overbook");
        }
        List<Waiver> asked = waive == null ? List.of() : waive;
        if (!asked.isEmpty()) {
            Staff.requireMayWaive(caller);
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < asked.size(); i++) {
            String code = asked.get(i).code();
            if (Rule.ofCode(code).filter(Rule::soft).isEmpty()) {
                throw notAllowed(i, "The rule " + code + " cannot be set aside.");
            }
            if (!seen.add(code)) {
                throw notAllowed(i, "The rule " + code + " is set aside twice.");
            }
        }
        // In the order in which they are read back.
        return new Waivers(
                asked.stream().sorted(Comparator.comparing(Waiver::code)).toList(), overbook);
    }

    /** In order; where both set one rule aside, the later reason stands. */
    static List<Waiver> together(List<Waiver> earlier, List<Waiver> later) {
        Map<String, Waiver> byCode = new TreeMap<>();
        earlier.forEach(waiver -> byCode.put(waiver.code(), waiver));
        later.forEach(waiver -> byCode.put(waiver.code(), waiver));
        return List.copyOf(byCode.values());
    }

    Set<String> codes() {
        return all.stream().map(Waiver::code).collect(Collectors.toUnmodifiableSet());
    }

    /** Whose time is given twice is somebody's decision, not the service's choice. */
    @Nullable
    String overbook(List<Seat> seats) {
        if (overbooking != null && seats.stream().anyMatch(seat -> seat.therapist() == null)) {
            throw Rejection.invalid(
                    "overbooking-unnamed", "Say which therapist's time is to be given twice.", "overbook");
        }
        return overbooking;
    }

    private static Rejection notAllowed(int position, String sentence) {
        return Rejection.invalid("waiver-not-allowed", sentence, "waive[" + position + "].code");
    }
}
