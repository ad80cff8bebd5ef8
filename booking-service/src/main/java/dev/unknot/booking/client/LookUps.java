package dev.unknot.booking.client;

import dev.unknot.platform.limit.CallerRate;
import dev.unknot.platform.limit.Rate;
import dev.unknot.platform.security.Caller;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.stereotype.Component;

/** Counts what a caller looks up, so that nobody copies the clients of a chain by guessing. */
@Component
public class LookUps {

    private final CallerRate rate;

    LookUps(Settings settings) {
        rate = new CallerRate(
                new Rate(settings.burst(), settings.perMinute()),
                "too-many-look-ups",
                "You have looked up very many clients; wait a moment.");
    }

    /** Refuses with 429 a caller who has none left. */
    public void count(Caller caller) {
        rate.count(caller);
    }

    /**
     * Of one caller at one instance. A desk that types a name looks up once per pause of the hands.
     *
     * @param burst at once, after a rest; at least 1
     * @param perMinute in the long run; at least 1
     */
    @ConfigurationProperties("unknot.client-look-ups")
    record Settings(
            @DefaultValue("120") int burst,
            @DefaultValue("60") int perMinute) {}
}
