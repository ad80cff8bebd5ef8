package dev.unknot.therapist.schedule;

import dev.unknot.common.location.LocationId;
import dev.unknot.common.location.WeeklyHours;
import dev.unknot.common.therapist.PutOverride.DayShift;
import dev.unknot.common.therapist.Shift;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Clinics on both sides of the sea, open day and night. */
final class Places {

    static final LocationId BERLIN = new LocationId(UUID.fromString("01900000-0000-7000-8000-00000000000a"));
    static final LocationId POTSDAM = new LocationId(UUID.fromString("01900000-0000-7000-8000-00000000000b"));
    static final LocationId NEW_YORK = new LocationId(UUID.fromString("01900000-0000-7000-8000-00000000000c"));

    static final Map<LocationId, OpeningTimes> ALL = Map.of(
            BERLIN, alwaysOpen("Europe/Berlin"),
            POTSDAM, alwaysOpen("Europe/Berlin"),
            NEW_YORK, alwaysOpen("America/New_York"));

    private Places() {}

    static OpeningTimes alwaysOpen(String zone) {
        return open(
                zone,
                Arrays.stream(DayOfWeek.values())
                        .map(day -> new WeeklyHours(day, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT))
                        .toArray(WeeklyHours[]::new));
    }

    static OpeningTimes open(String zone, WeeklyHours... hours) {
        return new OpeningTimes(ZoneId.of(zone), List.of(hours));
    }

    static Shift shift(LocationId location, DayOfWeek day, String start, String end) {
        return new Shift(location, day, LocalTime.parse(start), LocalTime.parse(end));
    }

    static Shift shift(LocationId location, int week, DayOfWeek day, String start, String end) {
        return shift(location, day, start, end).inWeek(week);
    }

    static Rota weekly(LocalDate validFrom, Shift... shifts) {
        return Rota.weekly(validFrom, List.of(shifts));
    }

    static DayShift dayShift(LocationId location, String start, String end) {
        return new DayShift(location, LocalTime.parse(start), LocalTime.parse(end));
    }

    static WeeklyHours hours(DayOfWeek day, String start, String end) {
        return new WeeklyHours(day, LocalTime.parse(start), LocalTime.parse(end));
    }
}
