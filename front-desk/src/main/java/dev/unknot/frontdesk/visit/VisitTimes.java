package dev.unknot.frontdesk.visit;

import static java.util.stream.Collectors.toMap;

import dev.unknot.common.appointment.AppointmentId;
import dev.unknot.common.appointment.AppointmentView;
import dev.unknot.common.appointment.Slot;
import dev.unknot.common.therapist.TherapistId;
import dev.unknot.frontdesk.clinic.DeskTokens;
import dev.unknot.frontdesk.clinic.Slots;
import dev.unknot.frontdesk.clinic.Therapists;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Finds the times a visit could move to, a week at a time. */
@Service
public class VisitTimes {

    private static final int DAYS = 7;
    private static final int MOST_SLOTS = 1_000;

    /** Beyond that schedules do not reach; a search further out would only be refused. */
    private static final int DAYS_AHEAD = 365;

    private final Slots slots;
    private final Therapists therapists;
    private final DeskTokens tokens;
    private final Clock clock;

    VisitTimes(Slots slots, Therapists therapists, DeskTokens tokens, Clock clock) {
        this.slots = slots;
        this.therapists = therapists;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** @param wanted the first day to look at; null: near the visit's present day */
    public FreeWeek find(Visit visit, @Nullable LocalDate wanted) {
        Instant now = clock.instant();
        LocalDate today = now.atZone(visit.appointment().zone()).toLocalDate();
        LocalDate from = wanted == null ? visit.nearby(now) : clamped(wanted, today);
        List<FreeDay> days = FreeTimes.byDay(
                visit.therapistId(),
                search(visit.appointment(), visit.therapistId(), from, now),
                search(visit.appointment(), null, from, now),
                visit.appointment().start());
        LocalDate earlier = from.isAfter(today) ? clamped(from.minusDays(DAYS), today) : null;
        return new FreeWeek(from, earlier, from.plusDays(DAYS), days, names(visit, days));
    }

    private List<Slot> search(
            AppointmentView appointment, @Nullable TherapistId therapist, LocalDate from, Instant now) {
        Instant begin = from.atStartOfDay(appointment.zone()).toInstant();
        Instant end = from.plusDays(DAYS).atStartOfDay(appointment.zone()).toInstant();
        AppointmentId id = appointment.id();
        return slots.find(
                        tokens.client(id),
                        appointment.treatmentId(),
                        appointment.minutes(),
                        List.of(appointment.locationId()),
                        therapist,
                        null,
                        List.of(),
                        id,
                        begin.isBefore(now) ? now : begin,
                        end,
                        null,
                        MOST_SLOTS,
                        null,
                        null,
                        null,
                        null)
                .items();
    }

    private Map<TherapistId, String> names(Visit visit, List<FreeDay> days) {
        return Stream.concat(
                        Stream.of(visit.therapistId()),
                        days.stream().flatMap(day -> day.others().stream()).map(FreeTime::therapistId))
                .distinct()
                .collect(toMap(Function.identity(), id -> name(visit, id)));
    }

    private String name(Visit visit, TherapistId id) {
        return id.equals(visit.therapistId())
                ? visit.therapist()
                : therapists.find(tokens.service(), id).name();
    }

    private static LocalDate clamped(LocalDate wanted, LocalDate today) {
        LocalDate last = today.plusDays(DAYS_AHEAD);
        if (wanted.isBefore(today)) {
            return today;
        }
        return wanted.isAfter(last) ? last : wanted;
    }
}
