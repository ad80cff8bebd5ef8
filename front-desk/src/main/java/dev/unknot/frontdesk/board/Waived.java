package dev.unknot.frontdesk.board;

import dev.unknot.common.appointment.Waiver;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rules a form sets aside, each with the one reason that was typed. */
final class Waived {

    private Waived() {}

    static @Nullable List<Waiver> of(@Nullable List<String> codes, @Nullable String reason) {
        return codes == null || codes.isEmpty() || reason == null || reason.isBlank()
                ? null
                : rules(codes).stream()
                        .map(code -> new Waiver(code, reason.strip()))
                        .toList();
    }

    /** Each once; what a search can leave out of account. */
    static List<String> rules(@Nullable List<String> codes) {
        return codes == null
                ? List.of()
                : codes.stream()
                        .distinct()
                        .filter(code -> !code.equals(Overbooking.CODE))
                        .toList();
    }

    /** Why a therapist's time is given twice; null: it is not. */
    static @Nullable String overbook(@Nullable List<String> codes, @Nullable String reason) {
        return codes == null || !codes.contains(Overbooking.CODE) || reason == null || reason.isBlank()
                ? null
                : reason.strip();
    }

    /** For an attempt to give a therapist's time twice beside whatever is set aside already. */
    static List<String> andOverbooked(@Nullable List<String> before) {
        return and(before, List.of(Overbooking.CODE));
    }

    /** The reason typed, if any was, or that of an attempt. */
    static String reasonOr(@Nullable String reason) {
        return reason == null || reason.isBlank() ? Overbooking.TRIED : reason;
    }

    /** What the next attempt sets aside. */
    static List<String> next(@Nullable List<String> before, @Nullable Refusal refusal) {
        return refusal != null && refusal.waivable()
                ? and(before, refusal.setAside())
                : before == null ? List.of() : before;
    }

    /** Those of the last attempt and what it lacked. */
    private static List<String> and(@Nullable List<String> before, List<String> codes) {
        return Stream.concat(before == null ? Stream.of() : before.stream(), codes.stream())
                .distinct()
                .toList();
    }
}
