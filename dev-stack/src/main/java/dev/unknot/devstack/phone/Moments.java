package dev.unknot.devstack.phone;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Moments as a person reads them, on the wall clock of this machine. */
final class Moments {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM, HH:mm", Locale.UK);
    private static final Duration UNNOTICED = Duration.ofMinutes(1);

    private final Clock clock;

    Moments(Clock clock) {
        this.clock = clock;
    }

    String words(Instant moment) {
        ZonedDateTime local = moment.atZone(ZoneId.systemDefault());
        boolean today = local.toLocalDate()
                .equals(clock.instant().atZone(ZoneId.systemDefault()).toLocalDate());
        return (today ? TIME : DAY).format(local);
    }

    /** The system's time, when it is not the real one; else nothing. */
    String moved() {
        Instant now = clock.instant();
        return Duration.between(Clock.systemUTC().instant(), now).abs().compareTo(UNNOTICED) < 0
                ? ""
                : "clock moved to " + DAY.format(now.atZone(ZoneId.systemDefault()));
    }
}
