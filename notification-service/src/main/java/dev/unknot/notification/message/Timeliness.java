package dev.unknot.notification.message;

import dev.unknot.common.message.MessageKind;
import dev.unknot.common.time.TimeRange;
import dev.unknot.notification.policy.QuietHours;
import dev.unknot.notification.visit.Visit;
import java.time.Instant;
import java.util.Optional;

/** Whether a message still speaks of the visit as it is, and at an hour that suits. */
final class Timeliness {
    private Timeliness() {}

    /** Empty: nothing speaks against it. */
    static Optional<Verdict> objection(Message message, Visit visit, QuietHours quietHours, Instant now) {
        return outdated(message, visit, now)
                .<Verdict>map(Verdict.Drop::new)
                .or(() -> message.kind().reminds() ? quiet(message, visit, quietHours, now) : Optional.empty());
    }

    private static Optional<DropReason> outdated(Message message, Visit visit, Instant now) {
        boolean cancellation = message.kind() == MessageKind.CANCELLATION;
        DropReason reason = switch (visit.status()) {
            case BOOKED, CONFIRMED -> cancellation ? DropReason.SUPERSEDED : null;
            case CANCELLED -> cancellation ? null : DropReason.CANCELLED;
            case HELD, EXPIRED -> DropReason.CANCELLED;
            case CHECKED_IN, IN_SESSION, COMPLETED, NO_SHOW -> DropReason.STARTED;
        };
        if (reason != null) {
            return Optional.of(reason);
        }
        if (message.revision() < visit.revision()) {
            return Optional.of(DropReason.SUPERSEDED);
        }
        return now.isBefore(message.expires()) ? Optional.empty() : Optional.of(DropReason.EXPIRED);
    }

    private static Optional<Verdict> quiet(Message message, Visit visit, QuietHours quietHours, Instant now) {
        return quietHours
                .around(now, visit.zone())
                .map(TimeRange::end)
                .map(end -> end.isBefore(message.expires())
                        ? new Verdict.WaitUntil(end)
                        : new Verdict.Drop(DropReason.QUIET_HOURS));
    }
}
