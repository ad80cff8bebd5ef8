package dev.unknot.notification.message;

import dev.unknot.common.message.MessageKind;
import dev.unknot.notification.policy.MessagePolicy;
import dev.unknot.notification.visit.Visit;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/** When a reminder is due, found minute by minute on the clock on the wall. */
record NaiveReminders(MessagePolicy policy) {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    Optional<Instant> due(MessageKind kind, Visit visit) {
        return policy.lead(kind).map(lead -> ahead(visit.start().minus(lead), visit.zone()));
    }

    boolean quiet(Instant instant, ZoneId zone) {
        LocalTime from = policy.quietHours().from();
        LocalTime until = policy.quietHours().until();
        LocalTime time = instant.atZone(zone).toLocalTime();
        boolean begun = !time.isBefore(from);
        boolean over = !time.isBefore(until);
        return from.isBefore(until) ? begun && !over : !from.equals(until) && (begun || !over);
    }

    private Instant ahead(Instant due, ZoneId zone) {
        if (!quiet(due, zone)) {
            return due;
        }
        Instant evening = due;
        while (quiet(evening.minus(MINUTE), zone)) {
            evening = evening.minus(MINUTE);
        }
        return evening.minus(Duration.ofMinutes(15));
    }
}
