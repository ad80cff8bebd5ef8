package dev.unknot.notification.message;

import dev.unknot.common.message.MessageKind;
import dev.unknot.common.time.TimeRange;
import dev.unknot.notification.policy.MessagePolicy;
import dev.unknot.notification.visit.Visit;
import java.time.Instant;
import java.util.Optional;

/** When a visit's reminders are due by a policy, quiet hours avoided. */
record ReminderTimes(Visit visit, MessagePolicy policy) {
    /** From when it is due until it is of no use: the last at the start, the first once the last is due. */
    Optional<TimeRange> of(MessageKind kind) {
        Instant end = kind == MessageKind.FIRST_REMINDER
                ? due(MessageKind.LAST_REMINDER).orElse(visit.start())
                : visit.start();
        return due(kind).filter(due -> due.isBefore(end)).map(due -> new TimeRange(due, end));
    }

    private Optional<Instant> due(MessageKind kind) {
        return policy.lead(kind)
                .map(lead -> policy.quietHours().before(visit.start().minus(lead), visit.zone()));
    }
}
