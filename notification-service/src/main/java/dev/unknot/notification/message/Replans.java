package dev.unknot.notification.message;

import static java.time.ZoneOffset.UTC;

import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.location.LocationId;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The locations whose reminders are being planned anew, and how far each came, so that another instance can go on. One
 * of which a visit could not be planned is gone through again, and waits longer each time; how many do is the gauge
 * {@code unknot.replans.set-aside}.
 */
@Repository
class Replans implements MeterBinder {
    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private final JdbcClient jdbc;

    Replans(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A policy put right ends the waiting of one that was set aside. */
    void begin(LocationId location) {
        jdbc.sql("""
                        INSERT INTO replans (location_id, after) VALUES (?, ?)
                        ON CONFLICT (location_id) DO UPDATE
                        SET after = excluded.after, failures = 0, not_before = NULL, left_out = 0
                        """).params(location.value(), BEFORE_ALL).update();
    }

    List<LocationId> waiting(Instant now) {
        return jdbc.sql("""
                        SELECT location_id FROM replans WHERE not_before IS NULL OR not_before <= ? ORDER BY location_id
                        """).param(now.atOffset(UTC)).query(UUID.class).list().stream()
                .map(LocationId::new)
                .toList();
    }

    /** The last visit done, held until the transaction ends; empty if somebody else is at it, or it is done. */
    Optional<AppointmentId> hold(LocationId location) {
        return jdbc.sql("SELECT after FROM replans WHERE location_id = ? FOR UPDATE SKIP LOCKED")
                .param(location.value())
                .query(UUID.class)
                .optional()
                .map(AppointmentId::new);
    }

    void came(LocationId location, AppointmentId after) {
        jdbc.sql("UPDATE replans SET after = ?, not_before = NULL WHERE location_id = ?")
                .params(after.value(), location.value())
                .update();
    }

    /** A visit of it could not be planned. */
    void leftOut(LocationId location) {
        jdbc.sql("UPDATE replans SET left_out = left_out + 1 WHERE location_id = ?")
                .param(location.value())
                .update();
    }

    /** All its visits have been gone through. If some were left out it begins again then, which is answered. */
    Optional<Instant> done(LocationId location, Instant now) {
        boolean all = jdbc.sql("DELETE FROM replans WHERE location_id = ? AND left_out = 0")
                        .param(location.value())
                        .update()
                == 1;
        if (all) {
            return Optional.empty();
        }
        jdbc.sql("UPDATE replans SET after = ?, left_out = 0 WHERE location_id = ?")
                .params(BEFORE_ALL, location.value())
                .update();
        return Optional.of(setAside(location, now));
    }

    /** Answers until when it is left alone. */
    Instant setAside(LocationId location, Instant now) {
        int failures = jdbc.sql("UPDATE replans SET failures = failures + 1 WHERE location_id = ? RETURNING failures")
                .param(location.value())
                .query(Integer.class)
                .optional()
                .orElse(1);
        Duration doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(failures - 1, 20));
        Instant again = now.plus(doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE);
        jdbc.sql("UPDATE replans SET not_before = ? WHERE location_id = ?")
                .params(again.atOffset(UTC), location.value())
                .update();
        return again;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("unknot.replans.set-aside", this, Replans::countSetAside)
                .description("locations of which reminders could not be planned anew")
                .register(registry);
    }

    private double countSetAside() {
        return jdbc.sql("SELECT count(*) FROM replans WHERE failures > 0")
                .query(Long.class)
                .single();
    }
}
