package dev.unknot.devstack.phone;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Supplier;

/** Moments as a person reads them, on the wall clock of this machine. */
final class Moments {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM, HH:mm", Locale.UK);

    private final Clock clock;
    private final Supplier<Duration> offset;

    Moments(Clock clock, Supplier<Duration> offset) {
        this.clock = clock;
        this.offset = offset;
    }

    String words(Instant moment) {
        ZonedDateTime local = moment.atZone(ZoneId.systemDefault());
        boolean today = local.toLocalDate()
                .equals(clock.instant().atZone(ZoneId.systemDefault()).toLocalDate());
        return (today ? TIME : DAY).format(local);
    }

    /** The system's time, when it is not the real one; else nothing. */
    String moved() {
        return offset.get().isZero()
                ? ""
                : "clock moved to " + DAY.format(clock.instant().atZone(ZoneId.systemDefault()));
    }
}
