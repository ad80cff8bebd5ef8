package dev.unknot.devstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The system's clock: real time and an offset, which lies in a file so that it outlives every process. */
final class DevClock extends Clock {

    private final Path file;

    DevClock(Path home) {
        this.file = home.resolve("clock-offset");
    }

    Duration offset() {
        try {
            return Duration.parse(Files.readString(file).strip());
        } catch (NoSuchFileException never) {
            return Duration.ZERO;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    void moveTo(Duration offset) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, offset.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    @Override
    public Instant instant() {
        return Clock.systemUTC().instant().plus(offset());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    /** Not offered: nobody reads local time off it. */
    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("this clock stays in UTC");
    }
}
