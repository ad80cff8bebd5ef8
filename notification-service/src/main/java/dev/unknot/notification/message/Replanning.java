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
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Plans a location's reminders anew after its policy was changed, so many visits in each transaction. How far it came is
 * kept, so that another instance goes on from there.
 */
@Component
class Replanning {
    private static final Logger log = LoggerFactory.getLogger(Replanning.class);
    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final int BATCH = 100;

    private record Place(LocationId location, AppointmentId after) {}

    private final JdbcClient jdbc;
    private final MessagePolicies policies;
    private final Visits visits;
    private final Planning planning;
    private final Attempts attempts;
    private final Clock clock;

    Replanning(
            JdbcClient jdbc,
            MessagePolicies policies,
            Visits visits,
            Planning planning,
            Attempts attempts,
            Clock clock) {
        this.jdbc = jdbc;
        this.policies = policies;
        this.visits = visits;
        this.planning = planning;
        this.attempts = attempts;
        this.clock = clock;
    }

    /** In the transaction of the change; one under way begins again. */
    @EventListener
    void begin(MessagePolicyChanged changed) {
        jdbc.sql("""
                        INSERT INTO replans (location_id, after) VALUES (?, ?)
                        ON CONFLICT (location_id) DO UPDATE SET after = excluded.after
                        """).params(changed.locationId().value(), BEFORE_ALL).update();
    }

    @Scheduled(fixedDelayString = "${unknot.messages.replan:1s}")
    void goOn() {
        try {
            boolean more = true;
            while (more) {
                more = attempts.run(this::batch);
            }
        } catch (RuntimeException failed) {
            log.warn(
                    "Reminders cannot be planned anew now: {}",
                    failed.getClass().getName());
        }
    }

    /** Whether there was anything to do. */
    private boolean batch() {
        Optional<Place> place = place();
        place.ifPresent(this::batch);
        return place.isPresent();
    }

    private void batch(Place place) {
        Instant now = clock.instant();
        MessagePolicy policy = policies.of(place.location());
        List<Visit> ahead = visits.holdAhead(place.location(), place.after(), now, BATCH);
        ahead.forEach(visit -> planning.remindAnew(visit, policy, now));
        if (ahead.size() < BATCH) {
            jdbc.sql("DELETE FROM replans WHERE location_id = ?")
                    .param(place.location().value())
                    .update();
        } else {
            jdbc.sql("UPDATE replans SET after = ? WHERE location_id = ?")
                    .params(
                            ahead.getLast().appointmentId().value(),
                            place.location().value())
                    .update();
        }
    }

    private Optional<Place> place() {
        return jdbc.sql("SELECT * FROM replans ORDER BY location_id LIMIT 1 FOR UPDATE SKIP LOCKED")
                .query((row, number) -> new Place(
                        new LocationId(row.getObject("location_id", UUID.class)),
                        new AppointmentId(row.getObject("after", UUID.class))))
                .optional();
    }
}
