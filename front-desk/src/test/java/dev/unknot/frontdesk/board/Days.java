package dev.unknot.frontdesk.board;

import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.AppointmentStatus;
import dev.unknot.common.appointment.AppointmentView;
import dev.unknot.common.appointment.Displacement;
import dev.unknot.common.appointment.Participant;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.location.LocationId;
import dev.unknot.common.location.RoomId;
import dev.unknot.common.money.Money;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.common.therapist.WorkdayView;
import dev.unknot.common.time.TimeRange;
import dev.unknot.common.treatment.TreatmentId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A Monday in Kreuzberg with Mira and Jonas, and what Anke has booked there. */
final class Days {

    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    static final TherapistId MIRA = new TherapistId(new UUID(1, 1));
    static final TherapistId JONAS = new TherapistId(new UUID(1, 2));
    static final ClientId ANKE = new ClientId(new UUID(2, 1));
    static final ClientId BERND = new ClientId(new UUID(2, 2));
    static final ClientId CLARA = new ClientId(new UUID(2, 3));
    static final TreatmentId SWEDISH = new TreatmentId(new UUID(3, 1));
    static final LocationId KREUZBERG = new LocationId(new UUID(4, 1));

    private Days() {}

    static Instant at(String time) {
        return MONDAY.atTime(LocalTime.parse(time)).atZone(BERLIN).toInstant();
    }

    static TimeRange range(String start, String end) {
        return new TimeRange(at(start), at(end));
    }

    static WorkdayView works(TherapistId therapist, String name, TimeRange... working) {
        return new WorkdayView(therapist, name, List.of(working), List.of());
    }

    static Sheet sheet(Instant now, List<WorkdayView> workdays, AppointmentView... appointments) {
        return Drawing.of(new DayFacts(
                BERLIN,
                MONDAY,
                workdays,
                List.of(appointments),
                List.of(),
                Map.of(ANKE, "Anke Vogel", BERND, "Bernd Vogel", CLARA, "Clara Vogel"),
                Map.of(SWEDISH, "Swedish massage"),
                Map.of(),
                Set.of(),
                Looking.at(now)));
    }

    static AppointmentView visit(TherapistId therapist, String start, String end, AppointmentStatus status) {
        return visit(therapist, start, end, status, null, null);
    }

    static AppointmentView heldUntil(Instant expires, TherapistId therapist, String start, String end) {
        return visit(therapist, start, end, AppointmentStatus.HELD, expires, null);
    }

    static AppointmentView displaced(Displacement why, TherapistId therapist, String start, String end) {
        return visit(therapist, start, end, AppointmentStatus.BOOKED, null, why);
    }

    private static AppointmentView visit(
            TherapistId therapist,
            String start,
            String end,
            AppointmentStatus status,
            @Nullable Instant expires,
            @Nullable Displacement displaced) {
        return new AppointmentView(
                new AppointmentId(UUID.nameUUIDFromBytes((therapist + start).getBytes(StandardCharsets.UTF_8))),
                1,
                1,
                status,
                List.of(new Participant(status == AppointmentStatus.HELD ? null : ANKE, therapist)),
                SWEDISH,
                60,
                KREUZBERG,
                BERLIN,
                new RoomId(new UUID(5, 1)),
                at(start),
                at(end),
                at(start).atZone(BERLIN).toLocalDateTime(),
                new Money(8200, "EUR"),
                List.of(),
                expires,
                displaced,
                null);
    }
}
