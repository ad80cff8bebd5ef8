package dev.unknot.therapist.schedule;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/** The horizon as of now. */
@Component
public class Horizons {

    private final Clock clock;
    private final HorizonSettings settings;

    Horizons(Clock clock, HorizonSettings settings) {
        this.clock = clock;
        this.settings = settings;
    }

    public Horizon of(ZoneId zone) {
        return of(List.of(zone));
    }

    /** @param zones at least one */
    public Horizon of(Collection<ZoneId> zones) {
        return Horizon.at(clock.instant(), zones, settings.days());
    }

    /** The dates that calendars show now. */
    public Today today(Collection<ZoneId> zones) {
        return Today.at(clock.instant(), zones);
    }
}
