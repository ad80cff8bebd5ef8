package dev.unknot.booking.series;

import dev.unknot.common.appointment.AppointmentView;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/** What the clock on a location's wall shows. */
record WallTime(LocalDate date, LocalTime time) {

    /**
     * Of an hour that comes twice, the first.
     *
     * @throws dev.unknot.platform.problem.Rejection where the clock leaves this time out
     */
    Instant in(ZoneId zone) {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(dateTime());
        if (offsets.isEmpty()) {
            throw SeriesRefusals.noSuchLocalTime();
        }
        return dateTime().toInstant(offsets.getFirst());
    }

    static WallTime of(AppointmentView visit) {
        return new WallTime(visit.localStart().toLocalDate(), visit.localStart().toLocalTime());
    }

    boolean isThatOf(AppointmentView visit) {
        return equals(of(visit));
    }

    LocalDateTime dateTime() {
        return date.atTime(time);
    }
}
