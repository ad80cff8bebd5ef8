package dev.unknot.frontdesk.board;

import dev.unknot.common.appointment.AppointmentStatus;
import dev.unknot.common.appointment.AppointmentView;
import dev.unknot.common.block.BlockView;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.location.RoomId;
import dev.unknot.common.therapist.WorkdayView;
import dev.unknot.common.time.TimeRange;
import dev.unknot.common.treatment.TreatmentId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** What the services tell about a day of a location, from which its {@link Sheet} is drawn. */
record DayFacts(
        ZoneId zone,
        LocalDate date,
        List<WorkdayView> workdays,
        List<AppointmentView> appointments,
        List<BlockView> blocks,
        Map<ClientId, String> clients,
        Map<TreatmentId, String> treatments,
        Map<RoomId, String> rooms,
        Instant now) {

    /** Those that keep somebody's time: not the cancelled, and no hold whose time is up. */
    List<AppointmentView> standing() {
        return appointments.stream().filter(this::stands).toList();
    }

    /** Every stretch the sheet must have room for. */
    List<TimeRange> happening() {
        return Stream.of(
                        workdays.stream().flatMap(workday -> workday.working().stream()),
                        standing().stream().map(DayFacts::during),
                        blocks.stream().map(Blocked::during))
                .flatMap(Function.identity())
                .toList();
    }

    static TimeRange during(AppointmentView appointment) {
        return new TimeRange(appointment.start(), appointment.end());
    }

    private boolean stands(AppointmentView appointment) {
        AppointmentStatus status = appointment.status();
        Instant expires = appointment.expiresAt();
        return status != AppointmentStatus.CANCELLED
                && status != AppointmentStatus.EXPIRED
                && (status != AppointmentStatus.HELD || expires == null || expires.isAfter(now));
    }
}
