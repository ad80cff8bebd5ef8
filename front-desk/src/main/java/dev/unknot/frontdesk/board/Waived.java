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
                : codes.stream()
                        .distinct()
                        .map(code -> new Waiver(code, reason.strip()))
                        .toList();
    }

    /** Those of the last attempt and the one that it lacked. */
    static List<String> and(@Nullable List<String> before, Refusal refusal) {
        return Stream.concat(before == null ? Stream.of() : before.stream(), Stream.of(refusal.code()))
                .distinct()
                .toList();
    }
}
