package dev.unknot.notification.message;

import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.location.LocationId;
import dev.unknot.notification.policy.MessagePolicies;
import dev.unknot.notification.policy.MessagePolicy;
import dev.unknot.notification.policy.MessagePolicyChanged;
import dev.unknot.notification.visit.Visit;
import dev.unknot.notification.visit.Visits;
import dev.unknot.platform.transaction.Attempts;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Plans a location's reminders anew after its policy was changed. It has a thread of its own, since a chain's policies
 * take long. Each transaction is a few visits of one location, and the locations take turns.
 */
@Component
class Replanning {
    private static final Logger log = LoggerFactory.getLogger(Replanning.class);

    /** A visit held by a batch cannot be changed meanwhile, so a batch is short. */
    private static final int BATCH = 25;

    private final Replans replans;
    private final MessagePolicies policies;
    private final Visits visits;
    private final Planning planning;
    private final Attempts attempts;
    private final Clock clock;

    Replanning(
            Replans replans,
            MessagePolicies policies,
            Visits visits,
            Planning planning,
            Attempts attempts,
            Clock clock) {
        this.replans = replans;
        this.policies = policies;
        this.visits = visits;
        this.planning = planning;
        this.attempts = attempts;
        this.clock = clock;
    }

    /** In the transaction of the change; one under way begins again. */
    @EventListener
    void begin(MessagePolicyChanged changed) {
        replans.begin(changed.locationId());
    }

    @Scheduled(fixedDelayString = "${unknot.messages.replan:1s}", scheduler = OwnThreads.REPLANNING)
    void goOn() {
        try {
            boolean more = true;
            while (more && !Thread.currentThread().isInterrupted()) {
                more = aTurnOfEach(replans.waiting(clock.instant()));
            }
        } catch (RuntimeException failed) {
            log.warn(
                    "Reminders cannot be planned anew now: {}",
                    failed.getClass().getName());
        }
    }

    /** Whether any of them came further. */
    private boolean aTurnOfEach(List<LocationId> locations) {
        boolean further = false;
        for (LocationId location : locations) {
            further |= turn(location);
        }
        return further;
    }

    private boolean turn(LocationId location) {
        try {
            return attempts.run(() -> batch(location));
        } catch (RuntimeException failed) {
            return oneByOne(location);
        }
    }

    /** False if another instance is at it. */
    private boolean batch(LocationId location) {
        Optional<AppointmentId> after = replans.hold(location);
        after.ifPresent(last -> batch(location, last));
        return after.isPresent();
    }

    private void batch(LocationId location, AppointmentId after) {
        Instant now = clock.instant();
        MessagePolicy policy = policies.of(location);
        List<Visit> ahead = visits.holdAhead(location, after, now, BATCH);
        ahead.forEach(visit -> planning.remindAnew(visit, policy, now));
        if (ahead.size() < BATCH) {
            done(location, now);
        } else {
            replans.came(location, ahead.getLast().appointmentId());
        }
    }

    /** One of the batch cannot be planned; it is left out, so that it does not hold up those after it. */
    private boolean oneByOne(LocationId location) {
        try {
            MessagePolicy policy = policies.of(location);
            boolean further = true;
            for (int i = 0; i < BATCH && further; i++) {
                further = next(location, policy);
            }
            return further;
        } catch (RuntimeException failed) {
            setAside(location, failed);
            return false;
        }
    }

    private boolean next(LocationId location, MessagePolicy policy) {
        try {
            return attempts.run(() -> step(
                    location,
                    (visit, now) -> visits.hold(visit).ifPresent(held -> planning.remindAnew(held, policy, now))));
        } catch (RuntimeException failed) {
            return attempts.run(() -> step(location, (visit, now) -> leaveOut(location, visit, failed)));
        }
    }

    /** False if the location is done, or another instance is at it. */
    private boolean step(LocationId location, BiConsumer<AppointmentId, Instant> action) {
        Instant now = clock.instant();
        Optional<AppointmentId> after = replans.hold(location);
        Optional<AppointmentId> visit = after.flatMap(last -> visits.firstAhead(location, last, now));
        visit.ifPresent(id -> {
            action.accept(id, now);
            replans.came(location, id);
        });
        if (after.isPresent() && visit.isEmpty()) {
            done(location, now);
        }
        return visit.isPresent();
    }

    private void leaveOut(LocationId location, AppointmentId visit, RuntimeException failed) {
        replans.leftOut(location);
        log.error(
                "Reminders of visit {} cannot be planned anew: {}",
                visit,
                failed.getClass().getName());
    }

    private void done(LocationId location, Instant now) {
        replans.done(location, now)
                .ifPresent(
                        again -> log.warn("Visits of location {} that were left out wait until {}", location, again));
    }

    private void setAside(LocationId location, RuntimeException failed) {
        Instant again = attempts.run(() -> replans.setAside(location, clock.instant()));
        log.error(
                "Reminders of location {} cannot be planned anew and wait until {}: {}",
                location,
                again,
                failed.getClass().getName());
    }
}
