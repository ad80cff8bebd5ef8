package dev.unknot.platform.retention;

import dev.unknot.platform.upkeep.Upkeep;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.function.BooleanSupplier;

/** Runs at the start and every night at two o'clock UTC. */
final class NightlyRetention extends Upkeep {

    private static final LocalTime NIGHT = LocalTime.of(2, 0);

    private final Retention retention;
    private final Clock clock;

    NightlyRetention(Retention retention, Clock clock) {
        super("retention");
        this.retention = retention;
        this.clock = clock;
    }

    @Override
    protected void round(BooleanSupplier goesOn) {
        var unused = retention.run();
    }

    @Override
    protected Duration pause() {
        ZonedDateTime now = clock.instant().atZone(ZoneOffset.UTC);
        ZonedDateTime tonight = now.with(NIGHT);
        return Duration.between(now, tonight.isAfter(now) ? tonight : tonight.plusDays(1));
    }
}
