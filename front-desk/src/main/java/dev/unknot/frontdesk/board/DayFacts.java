package dev.unknot.frontdesk.board;

import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.AppointmentStatus;
import dev.unknot.common.appointment.AppointmentView;
import dev.unknot.common.appointment.Participant;
import dev.unknot.common.block.BlockView;
import dev.unknot.common.client.ClientId;
import dev.unknot.common.location.RoomId;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.common.therapist.WorkdayView;
import dev.unknot.common.time.TimeRange;
import dev.unknot.common.treatment.TreatmentId;
import java.text.Collator;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the services tell about a day of a location, from which its {@link Sheet} is drawn.
 *
 * @param unreached the visits whose client was told something by no channel, and has not been called yet
 */
record DayFacts(
        ZoneId zone,
        LocalDate date,
        List<WorkdayView> workdays,
        List<AppointmentView> appointments,
        List<BlockView> blocks,
        Map<ClientId, String> clients,
        Map<TreatmentId, String> treatments,
        Map<RoomId, String> rooms,
        Set<AppointmentId> unreached,
        Looking looking) {

    private static final String GONE = "Not employed here";

    Instant now() {
        return looking.now();
    }

    /** The same day as somebody else sees it. */
    DayFacts seen(Looking other) {
        return new DayFacts(zone, date, workdays, appointments, blocks, clients, treatments, rooms, unreached, other);
    }

    /** Those that keep somebody's time: not the cancelled, and no hold whose time is up. */
    List<AppointmentView> standing() {
        return appointments.stream().filter(this::stands).toList();
    }

    /**
     * Who is employed here, in order of their names and then ids, working or not, so that each keeps their place from day to
     * day; behind them who is not employed any more and yet has visits.
     */
    List<WorkdayView> therapists() {
        List<WorkdayView> all = new ArrayList<>(workdays.stream()
                .sorted(Comparator.comparing(WorkdayView::name, Collator.getInstance(Locale.ROOT)::compare)
                        .thenComparing(workday -> workday.therapistId().value()))
                .toList());
        Set<TherapistId> known = workdays.stream().map(WorkdayView::therapistId).collect(Collectors.toSet());
        standing().stream()
                .flatMap(appointment -> appointment.participants().stream())
                .map(Participant::therapistId)
                .filter(known::add)
                .sorted(Comparator.comparing(TherapistId::value))
                .forEach(gone -> all.add(new WorkdayView(gone, GONE, List.of(), List.of())));
        return all;
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

    /** The names of all whose visit it is. */
    String clientsOf(AppointmentView appointment) {
        String names = appointment.participants().stream()
                .map(Participant::clientId)
                .filter(Objects::nonNull)
                .map(clients::get)
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "Nobody named yet" : names;
    }

    static TimeRange during(AppointmentView appointment) {
        return new TimeRange(appointment.start(), appointment.end());
    }

    private boolean stands(AppointmentView appointment) {
        AppointmentStatus status = appointment.status();
        Instant expires = appointment.expiresAt();
        return status != AppointmentStatus.CANCELLED
                && status != AppointmentStatus.EXPIRED
                && (status != AppointmentStatus.HELD || expires == null || expires.isAfter(now()));
    }
}
